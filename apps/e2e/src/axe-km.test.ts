import { describe, expect, test } from '@jest/globals';
import { routerPaths, servedPaths } from './support/router-paths.ts';
import { ALL_SCREENS, testScenes } from './support/scenes.ts';

describe('the table of screens', () => {
  test('has a line for every path of the routers and every page of the server', () => {
    const paths = routerPaths();
    expect(paths).toContain('/learn/:id');
    expect(paths).toContain('/staff/add');
    expect(paths.filter((path) => !(path in ALL_SCREENS))).toEqual([]);
    expect(servedPaths().filter((path) => !(path in ALL_SCREENS) && !(`${path}/` in ALL_SCREENS))).toEqual([]);
  });

  test('has no line for a path that is gone', () => {
    const known = new Set([...routerPaths(), ...servedPaths()]);
    expect(Object.keys(ALL_SCREENS).filter((path) => !known.has(path))).toEqual([]);
  });
});

describe('in Khmer', () => {
  testScenes('km');
});
