import { z } from "zod";
import { richText } from "../../widgets/rich-text.ts";
import { sample, type WidgetSample } from "../sample.ts";

const TEXT =
  '<h2>One</h2><p>a &lt; <strong>b</strong><br><a href="/?c&amp;d">c</a></p><ul><li><p>e</p></li></ul>';

export const richTextSamples: readonly WidgetSample[] = [
  sample("richText", (o) => z.string().meta({ widget: richText(o) }), TEXT, "<p>&amp;amp;</p><hr>"),
];
