import { z } from "zod";
import { dateInput } from "../widgets/date-input.ts";
import { dateTimeInput } from "../widgets/date-time-input.ts";
import { timeInput } from "../widgets/time-input.ts";

/** A type of a text format, with valid texts. */
export interface FormatSample {
  readonly type: z.ZodType<string>;
  readonly texts: readonly string[];
}

const sample = (type: z.ZodType<string>, ...texts: readonly string[]): FormatSample => ({ type, texts });

/** Zod's functions for text formats, by name. */
export const formatsByName: Readonly<Record<string, FormatSample>> = {
  email: sample(z.email(), "ada@example.com", "o'neill+tag@mail.example.org"),
  guid: sample(z.guid(), "123e4567-e89b-02d3-0456-426614174000"),
  uuid: sample(z.uuid(), "123e4567-e89b-42d3-a456-426614174000"),
  uuidv4: sample(z.uuidv4(), "123e4567-e89b-42d3-a456-426614174000"),
  uuidv6: sample(z.uuidv6(), "1ec9414c-232a-6b00-b3c8-9e6bdeced846"),
  uuidv7: sample(z.uuidv7(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"),
  url: sample(z.url(), "https://example.com/a?b=c#d", "mailto:ada@example.com", "http://[::1]:8080/"),
  httpUrl: sample(z.httpUrl(), "https://example.com/a%20b"),
  emoji: sample(z.emoji(), "😀", "👍🏽👩‍👩‍👧"),
  nanoid: sample(z.nanoid(), "V1StGXR8_Z5jdHi6B-myT"),
  cuid: sample(z.cuid(), "cjld2cjxh0000qzrmn831i7rn"),
  cuid2: sample(z.cuid2(), "tz4a98xxat96iws9zmbrgj3a"),
  ulid: sample(z.ulid(), "01ARZ3NDEKTSV4RRFFQ69G5FAV"),
  xid: sample(z.xid(), "9m4e2mr0ui3e8a215n4g"),
  ksuid: sample(z.ksuid(), "0ujtsYcgvSTl8PAuAdqWYSMnLOv"),
  ipv4: sample(z.ipv4(), "192.168.0.1"),
  ipv6: sample(z.ipv6(), "2001:db8::1"),
  mac: sample(z.mac(), "00:1A:2B:3C:4D:5E"),
  cidrv4: sample(z.cidrv4(), "10.0.0.0/8"),
  cidrv6: sample(z.cidrv6(), "2001:db8::/32"),
  base64: sample(z.base64(), "aGVsbG8gd29ybGQ="),
  base64url: sample(z.base64url(), "aGVsbG8_d29ybGQ"),
  e164: sample(z.e164(), "+4915112345678"),
  creditCard: sample(z.creditCard(), "4111111111111111"),
  iban: sample(z.iban(), "DE89370400440532013000"),
  jwt: sample(z.jwt(), "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"),
  hostname: sample(z.hostname(), "www.example.com"),
  hex: sample(z.hex(), "deadBEEF00"),
  currencyCode: sample(z.currencyCode(), "EUR"),
  stringFormat: sample(
    z.stringFormat("even", (text) => text.length % 2 === 0),
    "ab",
    "😀",
  ),
  "iso.date": sample(z.iso.date(), "2020-02-29", "0001-01-01", "0000-02-29"),
  "iso.time": sample(z.iso.time(), "10:20", "10:20:30", "00:00:00.500", "23:59:59.123456"),
  "iso.datetime": sample(
    z.iso.datetime(),
    "2020-05-06T10:20:00Z",
    "2020-05-06T10:20:30Z",
    "2020-05-06T10:20:30.123456Z",
  ),
  "iso.duration": sample(z.iso.duration(), "P1DT2H"),
};

/** Formats with options. */
export const otherFormats: Readonly<Record<string, FormatSample>> = {
  "email of any letters": sample(z.email({ pattern: z.regexes.unicodeEmail }), "böb@müller.de"),
  "email by its standard": sample(z.email({ pattern: z.regexes.rfc5322Email }), '"a b"@example.com'),
  "email as browsers take it": sample(z.email({ pattern: z.regexes.html5Email }), "a@localhost"),
  "hash in hex": sample(z.hash("sha256"), "0123456789abcdef".repeat(4)),
  "hash in base64": sample(z.hash("md5", { enc: "base64" }), "CY9rzUYh03PK3k6DJie09g=="),
  "two signs of any sort": sample(z.string().regex(/^..$/), "ab", "😀"),
  "no digit": sample(z.string().regex(/^\D[^x]{2}$/), "😀a", "abc"),
  template: sample(z.templateLiteral([z.int(), "px"]), "12px"),
  "time to the minute": sample(z.iso.time({ precision: -1 }), "10:20", "00:00"),
  "time to the second": sample(z.iso.time({ precision: 0 }), "10:20:30", "10:20:00", "00:00:00"),
  "time to a tenth": sample(z.iso.time({ precision: 1 }), "10:20:30.5", "10:20:00.0"),
  "time to a hundredth": sample(z.iso.time({ precision: 2 }), "10:20:30.25", "10:20:30.50"),
  "time to the millisecond": sample(z.iso.time({ precision: 3 }), "10:20:30.125", "10:20:00.000"),
  "time to the microsecond": sample(z.iso.time({ precision: 6 }), "10:20:30.123456", "10:20:00.000000"),
  "time with a control of its own": sample(
    z.iso.time({ precision: 0 }).meta({ widget: timeInput() }),
    "10:20:30",
    "10:20:00",
  ),
  "time to the microsecond with a control of its own": sample(
    z.iso.time({ precision: 6 }).meta({ widget: timeInput() }),
    "10:20:30.123456",
  ),
  "time in quarters": sample(
    z.iso.time({ precision: 0 }).meta({ widget: timeInput({ step: 15 }) }),
    "10:20:15",
    "10:20:00",
  ),
  "date with a control of its own": sample(z.iso.date().meta({ widget: dateInput() }), "2020-02-29"),
  "datetime of any offset": sample(
    z.iso.datetime({ offset: true }),
    "2020-05-06T10:20:00+02:00",
    "2020-05-06T10:20:30-11:30",
  ),
  "datetime of no zone": sample(
    z.iso.datetime({ local: true }),
    "2020-05-06T10:20",
    "2020-05-06T10:20:30",
    "2020-05-06T10:20:30Z",
  ),
  "datetime to the minute": sample(z.iso.datetime({ precision: -1 }), "2020-05-06T10:20Z"),
  "datetime to the millisecond": sample(z.iso.datetime({ precision: 3 }), "2020-05-06T10:20:30.000Z"),
  "datetime with controls of its own": sample(
    z.iso.datetime({ precision: 0 }).meta({ widget: dateTimeInput() }),
    "2020-05-06T10:20:30Z",
    "2020-05-06T10:20:00Z",
  ),
  "datetime of no zone with controls of its own": sample(
    z.iso.datetime({ local: true, precision: 3 }).meta({ widget: dateTimeInput() }),
    "2020-05-06T10:20:30.500",
  ),
};
