// Places of the article on the page, by the names that the sheet has for them. Runs in a world of
// its own, like patch.js.
(function () {
  "use strict";

  const FIELDS = ["kicker", "headline", "lede", "byline"];
  const LINES = "li, td, th, figcaption, blockquote, .box-title";

  function element(name) {
    const selector = FIELDS.includes(name) ? `#page .${name}` : `[data-block="${CSS.escape(name)}"]`;
    return document.querySelector(selector);
  }

  function length(from, range) {
    const before = document.createRange();
    before.selectNodeContents(from);
    before.setEnd(range.startContainer, range.startOffset);
    // word joiners bind words on the page and do not stand in the text
    const words = before.toString().replaceAll("\u2060", "");
    return words.length + before.cloneContents().querySelectorAll("br").length;
  }

  // How many lines of the sheet stand before this part of the block.
  function lineOf(owner, part) {
    if (part === null) return 0;
    if (part.matches("li")) return [...owner.querySelectorAll("li")].indexOf(part);
    if (part.matches("td, th")) return [...owner.querySelectorAll("td, th")].indexOf(part);
    return part.matches("figcaption") ? 1 : 0;
  }

  function place(name, owner, part, range) {
    return { name, within: lineOf(owner, part), offset: length(part || owner, range) };
  }

  return {
    // The place of the text under a point, null over links and the site's furniture.
    at(x, y) {
      const range = document.caretRangeFromPoint(x, y);
      const under = document.elementFromPoint(x, y);
      if (!range || !under || under.closest("a[href]")) return null;
      const owner = under.closest("[data-block]");
      if (owner) {
        const inside = owner.contains(range.startContainer);
        if (!inside || under.matches("img")) range.setStart(owner, 0);
        const start = range.startContainer;
        const node = start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement;
        const part = node.closest(LINES);
        return place(owner.dataset.block, owner, owner.contains(part) ? part : null, range);
      }
      const field = FIELDS.find((name) => under.closest(`#page .${name}`));
      if (!field) return null;
      return place(field, element(field), null, range);
    },

    // Mark where the caret is; the marks are no part of the page.
    mark(name, colour) {
      const id = FIELDS.includes(name) ? `#page .${name}` : `[data-block="${CSS.escape(name)}"]`;
      const sheet = new CSSStyleSheet();
      if (name) {
        sheet.insertRule(`${id} { position: relative }`);
        sheet.insertRule(
          `${id}::before { content: ""; position: absolute; top: 0; bottom: 0; left: -9px;
           width: 2px; border-radius: 1px; background: ${colour}; opacity: 0.55 }`
        );
      }
      document.adoptedStyleSheets = [sheet];
    },

    // Mark the links to an article among other news, and bring the first one into view.
    markArticle(address, colour) {
      const link = `#main a[href="${CSS.escape(address)}"]`;
      const sheet = new CSSStyleSheet();
      sheet.insertRule(
        `${link} { text-decoration: underline 2px ${colour}; text-underline-offset: 4px }`
      );
      document.adoptedStyleSheets = [sheet];
      const found = document.querySelector(link);
      if (found) found.scrollIntoView({ block: "nearest", behavior: "smooth" });
      return Boolean(found);
    },

    // Bring a place into view if it is out of it.
    show(name) {
      const found = element(name);
      if (!found) return false;
      const { top, bottom } = found.getBoundingClientRect();
      if (bottom > 40 && top < window.innerHeight - 40) return true;
      const soft = Math.abs(top) < 6 * window.innerHeight;
      window.scrollTo({
        top: window.scrollY + top - window.innerHeight * 0.3,
        behavior: soft ? "smooth" : "instant",
      });
      return true;
    },

    // Put a place, and how much of it is above the edge (0 to 1), at the top.
    align(name, share) {
      const found = element(name);
      if (!found) return false;
      const { top, height } = found.getBoundingClientRect();
      window.scrollTo({ top: window.scrollY + top + height * share - 12, behavior: "instant" });
      return true;
    },
  };
})()
