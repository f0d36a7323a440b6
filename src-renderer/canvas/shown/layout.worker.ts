/** Web worker: a shape comes in, its layout goes out. Whoever has waited long enough ends the worker. */
import { layoutGraph } from '../../../src-engine/graph/layout/layout.ts';
import type { LayoutReply, LayoutRequest } from './layout-message.ts';

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(replyTo(data));
});

function replyTo({ id, shape, direction }: LayoutRequest): LayoutReply {
  try {
    return { kind: 'done', id, layout: layoutGraph(shape, direction) };
  } catch (error) {
    return { kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) };
  }
}
