import { createForm, type FilledForm } from "@turnform/form";
import express from "express";
import { z } from "zod";
import { formRoute } from "./form-route.ts";

const form = createForm(z.object({ name: z.string(), angles: z.array(z.number()).default([]) }));
const view = (form: FilledForm) => String(form);

const route = formRoute(form, {
  load: (req) => ({ name: req.params.id }),
  save: async (value, req, button) => {
    const name: string = value.name;
    const angles: number[] = value.angles;
    const pressed: string | undefined = button;
    // @ts-expect-error the value is the schema's output
    const wrong: number = value.name;
    // @ts-expect-error the schema has no such field
    void value.other;
    return { id: req.params.id, count: [name, angles, pressed, wrong].length };
  },
  view,
  redirect: (saved) => {
    const count: number = saved.count;
    // @ts-expect-error saved is the result of save's promise
    void saved.then;
    return `/presets/${saved.id}/${count}`;
  },
});

express().all("/presets/:id", route).route("/presets/:id").all(route);

express()
  .route("/presets/:id")
  .all(
    formRoute(form, {
      load: (req) => {
        const id: string = req.params.id;
        // @ts-expect-error the path has no such parameter
        void req.params.other;
        return { name: id };
      },
      save: (value, req) => value.name + req.params.id,
      view,
      redirect: (saved) => saved.trim(),
    }),
  );

// @ts-expect-error save takes the schema's output
formRoute(form, { save: (value: { name: number }) => value, view, redirect: "/" });
formRoute(form, { save: (value) => value.name, view, notice: (name) => `Saved ${name.trim()}` });
// @ts-expect-error a notice is a text
formRoute(form, { save: () => {}, view, notice: 1 });
