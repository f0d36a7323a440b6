/** Required keys and types, with the messages of the validator that Tasker uses inside our own. */
import type { Report } from '../../problem-codes.ts';
import type { MapNode, Place, YamlNode } from '../../yaml/node.ts';
import type { Field, FieldType } from './fields.ts';
import { child, itemsOf } from '../../yaml/node.ts';
import { EVENT_FIELDS, STEP_FIELDS, TOP_FIELDS } from './fields.ts';

export function checkFields(root: MapNode, report: Report): void {
  checkMap(root, '#/', TOP_FIELDS, report);
  for (const [index, step] of itemsOf(child(root, 'step_templates')).entries()) {
    if (step.kind !== 'map') continue;
    checkMap(step, `#/step_templates/${index}`, STEP_FIELDS, report);
    for (const [event, node] of itemsOf(child(step, 'custom_events')).entries()) {
      const at = `#/step_templates/${index}/custom_events/${event}`;
      if (node.kind === 'map') checkMap(node, at, EVENT_FIELDS, report);
    }
  }
}

/** `at` is the place in the merged document; the problem itself points into the text, perhaps at an override. */
function checkMap(map: MapNode, at: string, fields: readonly Field[], report: Report): void {
  for (const field of fields) {
    const entry = map.entries.get(field.key);
    const pointer = at.endsWith('/') ? at + field.key : `${at}/${field.key}`;
    if (entry !== undefined) checkField(entry.value, entry.keyPlace, pointer, field, report);
    else if (field.required) {
      const message = `The property '${at}' did not contain a required property of '${field.key}'`;
      report(
        'missing-key',
        map.place,
        `Invalid task handler configuration: ${message}.`,
        `Add the key '${field.key}'.`,
      );
    }
  }
}

function checkField(node: YamlNode, keyPlace: Place, pointer: string, field: Field, report: Report): void {
  if (!checkType(node, keyPlace, pointer, field.type, report)) return;
  checkFilled(node, keyPlace, field, report);
  if (field.items === undefined) return;
  for (const [index, item] of itemsOf(node).entries()) {
    if (checkType(item, item.place, `${pointer}/${index}`, field.items, report)) {
      checkFilled(item, item.place, field, report);
    }
  }
}

function checkFilled(node: YamlNode, place: Place, field: Field, report: Report): void {
  if (!field.filled || node.kind !== 'scalar' || String(node.value).trim() !== '') return;
  report('empty-value', place, `The value of '${field.key}' is empty.`);
}

function checkType(
  node: YamlNode,
  keyPlace: Place,
  pointer: string,
  type: FieldType,
  report: Report,
): boolean {
  const found = rubyType(node);
  if (found === type) return true;
  const place = node.place.length > 0 ? node.place : keyPlace;
  const message = `The property '${pointer}' of type ${found} did not match the following type: ${type}`;
  const hint =
    found === 'null' ? 'Delete the key or give it a value: an empty value counts as given.' : undefined;
  report('wrong-type', place, `Invalid task handler configuration: ${message}.`, hint);
  return false;
}

/** The JSON schema name of a value's Ruby class. A symbol passes for text, because the validator turns it into one. */
function rubyType(node: YamlNode): FieldType | 'number' | 'null' {
  if (node.kind === 'map') return 'object';
  if (node.kind === 'list') return 'array';
  if (node.type === 'symbol') return 'string';
  return node.type === 'float' ? 'number' : node.type;
}
