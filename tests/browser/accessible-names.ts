import type { CDPSession, Page } from "playwright-core";

/** Roles of buttons and groups in the browser's accessibility tree. The last one is a `<summary>`. */
const BUTTONS_AND_GROUPS = new Set(["button", "group", "radiogroup", "toolbar", "DisclosureTriangle"]);
/** Controls of the browser with buttons of its own inside. */
const OWN_BUTTONS = new Set(["Date", "DateTime", "InputTime"]);

/** Returns the names that several buttons and groups of one form have, from the browser's accessibility tree. */
export async function repeatedNames(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send("DOM.getDocument", { depth: 0 });
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "form" });
    const forms = await Promise.all(nodeIds.map((nodeId) => namesIn(session, nodeId)));
    return forms.flatMap((names) => names.filter((name, index) => names.indexOf(name) < index));
  } finally {
    await session.detach();
  }
}

async function namesIn(session: CDPSession, nodeId: number): Promise<readonly string[]> {
  const { nodes } = await session.send("Accessibility.queryAXTree", { nodeId });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  return nodes.flatMap(({ ignored, role, name, parentId = "" }) => {
    const kind = String(role?.value);
    const around = [parentId, byId.get(parentId)?.parentId ?? ""].map((id) =>
      String(byId.get(id)?.role?.value),
    );
    if (ignored || around.some((outer) => OWN_BUTTONS.has(outer)) || !BUTTONS_AND_GROUPS.has(kind)) return [];
    const text = String(name?.value ?? "").trim();
    // A `<details>` is a group without a name; its `<summary>` and the group in it have the name of the section.
    if (kind === "group" && text === "") return [];
    return kind === "DisclosureTriangle" ? `summary ${text}` : text;
  });
}
