import { createForm, sequence } from "@turnform/form";
import { z } from "zod";

export const title = "Rows from text";
export const about = "A list filled from a spreadsheet or from lines of text.";
export const group = "Sequences";
export const docs = ["/docs/concepts/edit-buttons#items-from-text"];

const Guest = z.object({
  name: z.string().max(40).meta({ title: "Name" }),
  nights: z.int().min(1).max(14).meta({ title: "Nights" }),
  room: z.enum(["single", "double"]).meta({ title: "Room" }),
  breakfast: z.boolean().meta({ title: "Breakfast" }),
  arrival: z.iso.date().meta({ title: "Arrival" }),
});

const Booking = z.object({
  guests: z
    .array(Guest.meta({ title: "Guest" }))
    .max(20)
    .meta({ title: "Guests", widget: sequence({ paste: true, orderable: true }) }),
});

export const form = createForm(Booking, { formId: "paste" });

export const filled = {
  guests: [
    { name: "Ada", nights: 2, room: "single", breakfast: true, arrival: "2026-05-01" },
    { name: "Alan", nights: 3, room: "double", breakfast: false, arrival: "2026-05-02" },
  ],
};
