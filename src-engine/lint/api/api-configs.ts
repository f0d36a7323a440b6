/** The configurations of API steps, and the urls in a configuration. */
import type { StepView } from '../../template/check/step-view.ts';
import type { MapNode, YamlNode } from '../../template/yaml/node.ts';
import { child, textOf } from '../../template/yaml/node.ts';

export interface ApiConfig {
  readonly step: StepView;
  readonly config: MapNode;
}

/** Only `type: api` makes one. */
export function* apiConfigs(steps: readonly StepView[]): Generator<ApiConfig> {
  for (const step of steps) {
    const config = child(step.node, 'handler_config');
    const type = child(config, 'type');
    if (config?.kind === 'map' && type?.kind === 'scalar' && type.value === 'api') yield { step, config };
  }
}

/** Values of `url` and of keys that end in it. */
export function urlsOf(config: MapNode): readonly { readonly url: string; readonly node: YamlNode }[] {
  return [...config.entries.values()].flatMap(({ key, value }) => {
    const url = /(?:^|_)url$/.test(key) ? textOf(value) : undefined;
    return url === undefined ? [] : [{ url, node: value }];
  });
}
