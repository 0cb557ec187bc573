// Checks every page of the folders given: html-validate on the source, axe-core in a headless
// browser at three widths, light and dark. Prints one finding a line as JSON.
// NEWSROOM_NODE_MODULES holds html-validate, axe-core, playwright-core; NEWSROOM_CHROMIUM the browser.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.env.NEWSROOM_NODE_MODULES, "here.js"));
const { HtmlValidate } = require("html-validate");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");

const LOOKS = [[390, "light"], [768, "light"], [1280, "light"], [390, "dark"], [1280, "dark"]];
const RULES = {
  "doctype-style": ["error", { style: "lowercase" }],
  "long-title": "off", // how long a headline may be is the desk's to say
};

function report(finding) {
  console.log(JSON.stringify(finding));
}

async function validate(validator, path) {
  const { results } = await validator.validateFile(path);
  for (const { messages } of results) {
    for (const { ruleId, message, line } of messages) report({ path, rule: ruleId, line, message });
  }
}

async function look(browser, path) {
  for (const [width, colorScheme] of LOOKS) {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`file://${path}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (wide) report({ path, rule: "sideways-scrolling", width });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, impact, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        report({ path, rule: id, impact, width, colorScheme, target, message: failureSummary });
      }
    }
    await context.close();
  }
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: RULES,
});
const browser = await chromium.launch({
  executablePath: process.env.NEWSROOM_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".html"))) {
    await validate(validator, resolve(folder, name));
    await look(browser, resolve(folder, name));
  }
}
await browser.close();
