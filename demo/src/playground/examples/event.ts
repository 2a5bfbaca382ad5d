import { createForm, moneyInput } from "@turnform/form";
import { date, Decimal, money, time } from "@turnform/schema";
import { z } from "zod";

const Event = z.object({
  title: z.string(),
  day: date().min(new Date("2030-01-01")).meta({ description: "Not before 2030." }),
  opens: time().meta({ title: "Opens at" }),
  price: money().meta({ widget: moneyInput({ currency: "EUR" }) }),
  colour: z.string().meta({ description: "For the poster." }),
});

export const form = createForm(Event, { buttons: ["announce"] });

export const data = {
  title: "Open turntable night",
  day: new Date("2030-05-06"),
  opens: "19:30:00",
  price: Decimal("12.50"),
  colour: "orange",
};
