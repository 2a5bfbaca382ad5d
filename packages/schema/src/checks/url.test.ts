import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { url } from "./url.ts";

describe("url", () => {
  const passes = (text: string): boolean => z.string().check(url()).safeParse(text).success;

  it("accepts hosts, addresses, users, ports and paths", () => {
    const good = [
      "https://user:secret@example.com:8080/path?q#f",
      "www.example.com/a",
      "localhost",
      "http://[::1]:80/x",
      "http://例え.テスト",
      "http://xn--bcher-kva.example.",
    ];
    expect(good.filter((text) => !passes(text))).toEqual([]);
  });

  it("accepts only the schemes http, https, ftp and ftps", () => {
    const bad = [
      "mailto:ann@example.com",
      "javascript:alert(1)+'@example.com/'",
      "data:x@example.com",
      "//example.com",
      "user@example.com",
    ];
    expect(bad.filter(passes)).toEqual([]);
  });

  it("refuses impossible hosts", () => {
    const bad = [
      "example",
      "http://256.1.1.1",
      "http://01.2.3.4",
      "http://-a.com",
      "http://a..b",
      "http://exa mple.com",
      `http://${"a".repeat(64)}.com`,
    ];
    expect(bad.filter(passes)).toEqual([]);
  });

  it("accepts every generated web address", () => {
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), passes));
  });
});
