import { keptOf as sandboxKept } from '../../sandbox/keep.ts';
import type { World as SandboxWorld } from '../../sandbox/world.ts';
import { keptOf as teamsKept } from '../teams/keep.ts';
import type { World as TeamsWorld } from '../teams/world.ts';
import type { PlayClock } from './clock.ts';
import type { KeptFile } from './kept-file.ts';
import type { News } from './news.ts';

interface Means {
  readonly file: KeptFile;
  readonly clock: PlayClock;
  readonly news: News;
  readonly sandbox: SandboxWorld;
  readonly teams: TeamsWorld;
}

/** Keeps everything around the bot as soon as it has changed. What the bot itself knows its own store keeps. */
export const createKeeping = ({ file, clock, news, sandbox, teams }: Means) => {
  let kept = 0;
  return async (): Promise<void> => {
    if (news.version() === kept) return;
    kept = news.version();
    await file.write({ sandbox: sandboxKept(sandbox), teams: teamsKept(teams), aheadMs: clock.aheadMs() });
  };
};
