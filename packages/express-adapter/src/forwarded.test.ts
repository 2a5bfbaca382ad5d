import { describe, expect, it } from "vitest";
import { checkTrustProxy, forwardedAddress, type ProxyHeaders } from "./forwarded.ts";

const read = (headers: Record<string, string>, kind: ProxyHeaders) =>
  forwardedAddress((name) => headers[name], kind);

describe("forwardedAddress", () => {
  it.each([
    ["proto=https;host=a.example", "https", "a.example"],
    ['For="[::1]" ; HOST="a.example:81";proto=HTTP', "http", "a.example:81"],
    ["host=a.example, proto=https;host=b.example", undefined, "a.example"],
    ["host=evil/path;proto=ftp", undefined, undefined],
    ['host="a.example', undefined, undefined],
    ["", undefined, undefined],
  ])("reads the first element of %s", (text, protocol, host) => {
    expect(read({ Forwarded: text }, "forwarded")).toEqual({ protocol, host });
  });

  it("reads the first of several values of X-Forwarded headers", () => {
    const headers = { "X-Forwarded-Proto": "https, http", "X-Forwarded-Host": "a.example , inner" };
    expect(read(headers, "x-forwarded")).toEqual({ protocol: "https", host: "a.example" });
    expect(read({}, "x-forwarded")).toEqual({ protocol: undefined, host: undefined });
  });

  it("refuses another name of headers", () => {
    const trustProxy: unknown = true;
    expect(() => Reflect.apply(checkTrustProxy, undefined, [{ trustProxy }])).toThrow('"x-forwarded" or');
  });
});
