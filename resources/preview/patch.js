// Makes the page's #page equal to the HTML given and changes only what differs, so that the
// reader's place, the photos already drawn and the focus stay. Runs in a world of its own: the
// page itself runs no script. Returns whether there was a page.
(function (html, toTop) {
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

  const page = document.getElementById("page");
  if (!page) return false;
  const fresh = new DOMParser().parseFromString('<div id="page"></div>', "text/html");
  fresh.body.firstChild.innerHTML = html;
  patchChildren(page, fresh.body.firstChild);
  if (toTop) window.scrollTo(0, 0);
  return true;
})
