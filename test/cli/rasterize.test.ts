import { describe, expect, test, vi } from 'vitest';
import { rasterize } from '../../src-main/cli/files/rasterize.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><rect width="40" height="30" fill="#f00"/></svg>';

describe('a picture as PNG', () => {
  test('has the size of the picture times the scale', async () => {
    const drawn = await rasterize(SVG, 2.5);
    if (drawn.kind !== 'png') throw new Error(drawn.message);
    const bytes = Buffer.from(drawn.bytes);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([100, 75]);
  });

  test('that would be too large is refused before it is drawn', async () => {
    const huge = SVG.replace('width="40" height="30"', 'width="20000" height="20000"');
    expect(await rasterize(huge, 1)).toMatchObject({
      kind: 'unusable',
      message: 'The picture would have 20000 × 20000 pixels.',
    });
  });

  test('without the library is refused with what to do', async () => {
    vi.doMock('@napi-rs/canvas', () => {
      throw new Error('Cannot find native binding.');
    });
    vi.resetModules();
    const { rasterize } = await import('../../src-main/cli/files/rasterize.ts');
    expect(await rasterize(SVG, 1)).toMatchObject({
      kind: 'unusable',
      message: expect.stringContaining('PNG needs the library @napi-rs/canvas, which cannot be loaded'),
      hint: 'Install it with npm install @napi-rs/canvas, or export as svg.',
    });
    vi.doUnmock('@napi-rs/canvas');
  });
});
