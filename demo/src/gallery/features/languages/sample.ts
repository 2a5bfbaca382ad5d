import { Decimal } from "@turnform/schema";
import type { Speaker } from "./trip.ts";

/** Returns sample data for the form, in the words of a language. */
export function sampleTrip({ tag, t }: Speaker): object {
  const stop = (place: string, minutes: number) => ({ place, minutes });
  return {
    name: t("someone"),
    email: "someone@example.com",
    born: new Date("1990-05-06"),
    leaving: new Date("2030-07-08T09:10Z"),
    country: "NO",
    spoken: new Set([tag, "en"]),
    budget: Decimal("1234.50"),
    comfort: 4,
    color: "#1e90ff",
    photo: new File(["…"], "1.jpg", { type: "image/jpeg" }),
    wishes: t("wish"),
    days: [[stop(t("here"), 90), stop(t("there"), 45)], [stop(t("here"), 30)]],
    payment: { method: "card", number: "4000123412341234" },
    contacts: { [t("someone")]: "+49 89 1234567", [t("someoneElse")]: "+49 89 7654321" },
    companions: [[t("someoneElse"), 36]],
    luggage: [{ content: t("books"), weight: 12.5, fragile: false }],
    agree: true,
  };
}
