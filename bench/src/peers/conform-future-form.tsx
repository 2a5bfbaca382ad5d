/** The names-and-titles form with Conform's `future` API, the planned replacement of the current one. */
import { type FieldMetadata, useForm } from "@conform-to/react/future";
import { getZodConstraint } from "@conform-to/zod/v4";
import { renderToString } from "react-dom/server";
import { NamesAndTitles, type People } from "../names-and-titles.ts";

type Group = People["groups"][number];

const constraint = getZodConstraint(NamesAndTitles);

/** Returns the HTML of the form. */
export const conformFuturePage = (data: People): string => renderToString(<NamesForm data={data} />);

function NamesForm({ data }: { data: People }) {
  const { form, fields } = useForm<People>({
    id: "names",
    constraint,
    defaultValue: data,
    // The server validates
    onValidate: () => undefined,
  });
  return (
    <form method="post" {...form.props}>
      <fieldset>
        <legend>Groups</legend>
        <ol>
          {fields.groups.getFieldList().map((group, index) => (
            <li key={group.key ?? group.name}>
              <GroupFields group={group} number={index + 1} />
              <button type="button">Remove</button>
            </li>
          ))}
        </ol>
        <button type="button">Add Group</button>
      </fieldset>
      <button>Submit</button>
    </form>
  );
}

function GroupFields({ group, number }: { group: FieldMetadata<Group>; number: number }) {
  return (
    <fieldset>
      <legend>Group {number}</legend>
      <ol>
        {group.getFieldList().map((person, index) => (
          <li key={person.key ?? person.name}>
            <PersonFields person={person} number={index + 1} />
            <button type="button">Remove</button>
          </li>
        ))}
      </ol>
      <button type="button">Add Person</button>
    </fieldset>
  );
}

function PersonFields({ person, number }: { person: FieldMetadata<Group[number]>; number: number }) {
  const { name, title } = person.getFieldset();
  return (
    <fieldset>
      <legend>Person {number}</legend>
      <TextField label="Name" field={name} />
      <TextField label="Title" field={title} />
    </fieldset>
  );
}

function TextField({ label, field }: { label: string; field: FieldMetadata<string> }) {
  return (
    <div>
      <label htmlFor={field.id}>{label}</label>
      <input
        id={field.id}
        name={field.name}
        type="text"
        defaultValue={field.defaultValue}
        required={field.required}
        minLength={field.minLength}
        maxLength={field.maxLength}
        aria-invalid={field.ariaInvalid}
        aria-describedby={field.ariaDescribedBy}
      />
      {field.errors && <p id={field.errorId}>{field.errors}</p>}
    </div>
  );
}
