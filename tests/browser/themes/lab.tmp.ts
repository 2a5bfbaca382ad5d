import { once } from "node:events";
import { themePages, pathOf } from "/tmp/w/theme/tests/browser/themes/theme-pages.ts";
import { launchChromium } from "/tmp/w/theme/tests/browser/chromium.ts";
import { mkdirSync } from "node:fs";
const server = themePages().listen(0, "127.0.0.1"); await once(server, "listening");
const url = `http://127.0.0.1:${(server.address() as any).port}`;
const browser = await launchChromium();
// args: specs like form/theme/layout/view/dir/mode@width, comma lists via {a|b}
const expand = (s: string): string[] => { const m = /\{([^}]*)\}/.exec(s); if (!m) return [s]; return m[1]!.split("|").flatMap((x) => expand(s.replace(m[0], x))); };
mkdirSync("/tmp/w/shots", { recursive: true });
for (const spec of process.argv.slice(2).flatMap(expand)) {
  const [path, width = "1280", ...opts] = spec.split("@");
  const [form, theme, layout, view, dir, mode] = path!.split("/") as any;
  const page = await browser.newPage({ viewport: { width: +width, height: 900 }, javaScriptEnabled: !opts.includes("nojs") });
  page.on("console", (m) => console.log(spec, m.text())); page.on("pageerror", (e) => console.log(spec, String(e)));
  if (opts.includes("forced")) await page.emulateMedia({ forcedColors: "active" });
  if (opts.includes("print")) await page.emulateMedia({ media: "print" });
  const response = await page.goto(url + pathOf({ form, theme, layout, view, dir, mode }));
  if (response?.status() !== 200) console.log(spec, await response?.text());
  await page.waitForTimeout(150);
  for (const o of opts) if (o.startsWith("click=")) await page.click(o.slice(6));
  for (const o of opts) if (o.startsWith("focus=")) await page.focus(o.slice(6));
  const over = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`);
  if (over) console.log(spec, "OVERFLOW", over);
  const name = spec.replace(/[^\w@-]+/g, "-");
  const clip = opts.find((o) => o.startsWith("y="))?.slice(2).split("+").map(Number);
  if (clip) await page.screenshot({ path: `/tmp/w/shots/${name}.png`, fullPage: true, clip: { x: 0, y: clip[0]!, width: +width, height: clip[1]! } });
  else {
    const h = await page.evaluate(`document.documentElement.scrollHeight`) as number;
    const step = 2000; 
    for (let y = 0, i = 0; y < h; y += step, i++) await page.screenshot({ path: `/tmp/w/shots/${name}-${i}.png`, fullPage: true, clip: { x: 0, y, width: +width, height: Math.min(step, h - y) } });
    console.log(name, h);
  }
  await page.close();
}
await browser.close(); server.close(); process.exit(0);
