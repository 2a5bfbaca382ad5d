/**
 * Returns the value that an input holds after a text was given to it, by the HTML standard's value sanitization.
 *
 * @param type Type of the input, in lower case
 * @param text Text from the page, or typed
 * @param limits Attributes of the input
 */
export function sanitize(type: string, text: string, limits: Readonly<Record<string, string>>): string {
  switch (type) {
    case "hidden":
      return text;
    case "email":
    case "url":
      return trimmed(text.replaceAll("\n", "").replaceAll("\r", ""));
    case "number":
      return isNumber(text) ? text : "";
    case "range":
      return slid(text, limits);
    case "color":
      return /^#[\da-f]{6}$/i.test(text) ? text.toLowerCase() : "#000000";
    case "date":
      return isDate(text) ? text : "";
    case "time":
      return TIME.test(text) ? text : "";
    case "datetime-local": {
      const [date = "", time = ""] = text.split(/[T ]/, 2);
      return isDate(date) && TIME.test(time) ? `${date}T${shortTime(time)}` : "";
    }
    case "month":
      return isDate(`${text}-01`) ? text : "";
    case "week":
      return /^\d{4,}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text) ? text : "";
    default:
      return text.replaceAll(/[\r\n]/g, "");
  }
}

/** Removes HTML's white space around a line. Other white space stays. */
function trimmed(line: string): string {
  return /[^ \t\f](?:.*[^ \t\f])?/s.exec(line)?.[0] ?? "";
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;

/** Writes a time in its shortest form: without seconds that are zero. */
function shortTime(time: string): string {
  const seconds = Number(time.slice(6));
  return seconds === 0 ? time.slice(0, 5) : time.includes(".") ? time.replace(/\.?0{1,3}$/, "") : time;
}

function isDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (Number(year) < 1 || Number(month) < 1 || Number(day) < 1) return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isNumber(text: string): boolean {
  return /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[Ee][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
}

/** Returns the position of a slider: within its limits, and on a step. */
function slid(text: string, limits: Readonly<Record<string, string>>): string {
  const limit = (name: string, usual: number): number => {
    const given = limits[name] ?? "";
    return isNumber(given) ? Number(given) : usual;
  };
  const min = limit("min", 0);
  const max = Math.max(limit("max", 100), min);
  const step = limits["step"] === "any" ? 0 : limit("step", 1);
  const wanted = isNumber(text) ? Number(text) : min + (max - min) / 2;
  const within = Math.min(Math.max(wanted, min), max);
  if (step <= 0) return String(within);
  // The steps start at the minimum, or else at the value that the page gives.
  const start = limit("min", limit("value", 0));
  const most = Math.floor((max - start) / step);
  const least = Math.min(Math.ceil((min - start) / step), most);
  const steps = Math.min(Math.max(Math.round((within - start) / step), least), most);
  const decimals = Math.max(decimalsOf(start), decimalsOf(step));
  return String(Number((start + steps * step).toFixed(Math.min(decimals, 100))));
}

function decimalsOf(number: number): number {
  const [, decimals = "", exponent = "0"] = /(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
  return Math.max(decimals.length - Number(exponent), 0);
}
