import {
  colorInput,
  dateInput,
  dateParts,
  dateTimeInput,
  moneyInput,
  rangeInput,
  timeInput,
} from "@turnform/form";
import { date, datetime, money, time } from "@turnform/schema";
import { z } from "zod";
import type { Family } from "./family.ts";

const typed = [
  { Year: "1990", Month: "12", Day: "31", Date: "2031-01-02", "Time (UTC)": "10:20" },
  { Year: "2001", Month: "2", Day: "3", Date: "1999-12-31", "Time (UTC)": "23:59" },
] as const;
const others = [
  {
    Arrives: "2030-05-06",
    Wakes: "07:30",
    Price: "1,234.50",
    Lamp: "#ffd27f",
    Blinks: "#1e90ff",
    Volume: "7",
  },
  { Arrives: "0999-12-31", Wakes: "12:00", Price: "-0.10", Lamp: "#000001", Blinks: "#00ff00", Volume: "2" },
] as const;

export const amounts: Family = {
  name: "amounts, days and times",
  fields: {
    arrives: date().meta({ widget: dateInput() }),
    born: date().meta({ widget: dateParts() }),
    starts: datetime().meta({ widget: dateTimeInput() }),
    wakes: time().meta({ widget: timeInput() }),
    price: money().meta({ widget: moneyInput() }),
    lamp: z.string().meta({ widget: colorInput() }),
    blinks: z.string().optional().meta({ widget: colorInput() }),
    volume: z.int().min(1).max(9).meta({ widget: rangeInput() }),
  },
  async fill(item, which) {
    for (const [label, text] of Object.entries(typed[which]))
      await item.getByLabel(label, { exact: true }).fill(text);
    await item.getByLabel("No colour").uncheck();
    for (const [label, text] of Object.entries(others[which])) await item.getByLabel(label).fill(text);
  },
  data: [
    {
      arrives: new Date("2030-05-06"),
      born: new Date("1990-12-31"),
      starts: new Date("2031-01-02T10:20:00Z"),
      wakes: "07:30:00",
      price: "1234.50",
      lamp: "#ffd27f",
      blinks: "#1e90ff",
      volume: 7,
    },
    {
      arrives: new Date("0999-12-31"),
      born: new Date("2001-02-03"),
      starts: new Date("1999-12-31T23:59:00Z"),
      wakes: "12:00:00",
      price: "-0.10",
      lamp: "#000001",
      blinks: "#00ff00",
      volume: 2,
    },
  ],
};
