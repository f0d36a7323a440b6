/** Makes an API step of a step, or a plain one of an API step. Pure. */
import type { TemplateEdit } from '../../../../../../src-engine/template/edit/template-edit.ts';
import type { Json } from '../../../../../../src-engine/template/template.ts';
import type { EditTarget } from '../../state/edit-target.ts';
import { isMap } from '../../state/key-path.ts';

const PATH = ['handler_config'];

export function apiSwitch(
  { set, remove }: EditTarget,
  config: Json | undefined,
  isApi: boolean,
): TemplateEdit {
  if (isApi) return isMap(config) ? set([...PATH, 'type'], 'api') : set(PATH, { type: 'api' });
  const isAll = isMap(config) && Object.keys(config).length === 1;
  return remove(isAll ? PATH : [...PATH, 'type']);
}
