// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeField } from '../../../src-renderer/document/take-field.ts';

beforeEach(() => {
  document.body.innerHTML = '<section id="details"><input id="inside"></section><input id="outside">';
});

afterEach(() => {
  document.body.innerHTML = '';
});

function fieldOf(id: string): { readonly field: HTMLInputElement; readonly left: string[] } {
  const field = document.querySelector<HTMLInputElement>(`#${id}`) ?? expect.fail('there is no such field');
  const left: string[] = [];
  field.addEventListener('blur', () => left.push(field.value));
  field.focus();
  field.value = 'typed';
  return { field, left };
}

test('an unconfirmed value in a form is confirmed before saving, and the cursor stays where it was', async () => {
  const { field, left } = fieldOf('inside');
  await takeField();
  expect(left).toEqual(['typed']);
  expect(document.activeElement).toBe(field);
});

test('fields that are no part of the template are left alone', async () => {
  const { left } = fieldOf('outside');
  await takeField();
  expect(left).toEqual([]);
});
