import { expect, test } from 'vitest';

import { followGroups } from '../../../src/pipeline/outputs/contexte.ts';

async function* rowsOf(...keys: string[]): AsyncGenerator<{ key: string; rank: number }> {
  for (const [rank, key] of keys.entries()) yield await Promise.resolve({ key, rank });
}
const keyOf = ({ key }: { key: string }): string => key;

test('rows follow the keys that are asked for; a key without rows has none', async () => {
  const follow = followGroups(rowsOf('b', 'b', 'd'), keyOf);
  const groups = [await follow('a'), await follow('b'), await follow('c'), await follow('d'), await follow('e')];
  expect(groups.map((group) => group.map(({ rank }) => rank))).toEqual([[], [0, 1], [], [2], []]);
});

test('rows that nothing asks for are an error, not silence', async () => {
  const follow = followGroups(rowsOf('a', 'c'), keyOf);
  await expect(follow('b')).rejects.toThrow('rows of a that nothing asked for');
});

test('the stream ends with its last group', async () => {
  let ended = false;
  async function* rows(): AsyncGenerator<{ key: string; rank: number }> {
    try {
      yield* rowsOf('a');
    } finally {
      ended = true;
    }
  }
  const follow = followGroups(rows(), keyOf);
  await follow('a');
  expect(ended).toBe(true);
});
