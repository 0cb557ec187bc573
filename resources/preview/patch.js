// Makes #page equal to what the writer made and changes only what differs, so that the reader's
// place, the photos already drawn and the focus stay. Runs in a world of its own: the page itself
// runs no script. `blocks` holds the blocks that changed; `frame` the page around them, with a gap
// for all that `order` names, or null while only words within blocks changed. Returns whether the
// page is now as wanted; if not, it has to be loaded whole.
(function (frame, order, blocks, toTop) {
  "use strict";

  function key(node) {
    return node.nodeType === Node.ELEMENT_NODE ? node.dataset.block || node.id : "";
  }

  function alike(old, wanted) {
    return old.nodeName === wanted.nodeName && key(old) === key(wanted);
  }

  function patch(old, wanted) {
    if (old.isEqualNode(wanted)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = wanted.nodeValue;
      return;
    }
    for (const { name } of [...old.attributes]) {
      if (!wanted.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    patchChildren(old, wanted);
  }

  function patchChildren(old, fresh) {
    const keys = new Set([...fresh.children].map(key));
    for (const child of [...old.children]) if (!keys.has(key(child))) child.remove();
    const known = new Map([...old.children].map((child) => [key(child), child]));
    let at = old.firstChild;
    for (const wanted of [...fresh.childNodes]) {
      if (wanted.nodeType === Node.ELEMENT_NODE) {
        while (at && at.nodeType !== Node.ELEMENT_NODE) at = dropped(at);
      }
      const found = counterpart(at, wanted, known);
      if (!found) {
        old.insertBefore(wanted, at);
        continue;
      }
      if (found === at) at = at.nextSibling;
      else old.insertBefore(found, at);
      patch(found, wanted);
    }
    while (at) at = dropped(at);
  }

  function counterpart(at, wanted, known) {
    if (!key(wanted)) return at && alike(at, wanted) ? at : null;
    const found = known.get(key(wanted));
    known.delete(key(wanted));
    return found && alike(found, wanted) ? found : null;
  }

  function dropped(node) {
    const next = node.nextSibling;
    node.remove();
    return next;
  }

  // Pictures of a document that is not shown are not fetched.
  const unseen = new DOMParser().parseFromString("", "text/html");

  function parsed(html) {
    const holder = unseen.createElement("div");
    holder.innerHTML = html;
    return holder;
  }

  function inPlace(id) {
    return page.querySelector(`[data-block="${CSS.escape(id)}"]`);
  }

  function fill(gap, changed) {
    const wanted = [];
    for (const id of order) {
      const old = changed.get(id) || inPlace(id);
      if (!old) return false;
      wanted.push(changed.get(id) || unseen.importNode(old, true), "\n");
    }
    gap.replaceWith(...wanted);
    return true;
  }

  const page = document.getElementById("page");
  if (!page) return false;
  const changed = new Map([...parsed(blocks).children].map((block) => [key(block), block]));
  if (frame === null) {
    for (const [id, block] of changed) {
      const old = inPlace(id);
      if (!old || !alike(old, block)) return false;
      patch(old, block);
    }
    return true;
  }
  const fresh = parsed(frame);
  const gap = fresh.querySelector('[data-block="gap"]');
  if (gap && !fill(gap, changed)) return false;
  patchChildren(page, fresh);
  if (toTop) window.scrollTo(0, 0);
  return true;
})
