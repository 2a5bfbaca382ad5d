/** The names-and-titles form with Conform and React: the same labels, inputs, names, values, errors and buttons. */
import {
  type FieldMetadata,
  getFieldsetProps,
  getFormProps,
  getInputProps,
  type SubmissionResult,
  useForm,
} from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { renderToString } from "react-dom/server";
import { NamesAndTitles, type People } from "../names-and-titles.ts";

type Group = People["groups"][number];
type NamesFormMetadata = ReturnType<typeof useForm<People>>[0];

/** The content of the form: data, or a post with its errors. */
interface Filling {
  readonly data?: People;
  readonly lastResult?: SubmissionResult;
}

const constraint = getZodConstraint(NamesAndTitles);

/** Returns the HTML of the form. */
export const conformPage = (filling: Filling): string => renderToString(<NamesForm {...filling} />);

function NamesForm({ data, lastResult }: Filling) {
  const [form, { groups }] = useForm<People>({
    id: "names",
    constraint,
    ...(data && { defaultValue: data }),
    ...(lastResult && { lastResult }),
  });
  return (
    <form method="post" {...getFormProps(form)}>
      <fieldset {...getFieldsetProps(groups)}>
        <legend>Groups</legend>
        <ol>
          {groups.getFieldList().map((group, index) => (
            <li key={group.key ?? group.name}>
              <GroupFields form={form} group={group} number={index + 1} />
              <button {...form.remove.getButtonProps({ name: groups.name, index })}>Remove</button>
            </li>
          ))}
        </ol>
        <button {...form.insert.getButtonProps({ name: groups.name })}>Add Group</button>
      </fieldset>
      <button>Submit</button>
    </form>
  );
}

interface GroupProps {
  readonly form: NamesFormMetadata;
  readonly group: FieldMetadata<Group>;
  readonly number: number;
}

function GroupFields({ form, group, number }: GroupProps) {
  return (
    <fieldset {...getFieldsetProps(group)}>
      <legend>Group {number}</legend>
      <ol>
        {group.getFieldList().map((person, index) => (
          <li key={person.key ?? person.name}>
            <PersonFields person={person} number={index + 1} />
            <button {...form.remove.getButtonProps({ name: group.name, index })}>Remove</button>
          </li>
        ))}
      </ol>
      <button {...form.insert.getButtonProps({ name: group.name })}>Add Person</button>
    </fieldset>
  );
}

function PersonFields({ person, number }: { person: FieldMetadata<Group[number]>; number: number }) {
  const { name, title } = person.getFieldset();
  return (
    <fieldset {...getFieldsetProps(person)}>
      <legend>Person {number}</legend>
      <TextField label="Name" field={name} />
      <TextField label="Title" field={title} />
    </fieldset>
  );
}

function TextField({ label, field }: { label: string; field: FieldMetadata<string> }) {
  const { key, ...input } = getInputProps(field, { type: "text" });
  return (
    <div>
      <label htmlFor={field.id}>{label}</label>
      <input key={key} {...input} />
      {field.errors && <p id={field.errorId}>{field.errors}</p>}
    </div>
  );
}
