import type { Clock } from '../../../src/fetch/http.ts';

/** A clock that goes on when it is told to, and when somebody sleeps: no test waits. */
export class ManualClock implements Clock {
  slept: number[] = [];
  private time: number;
  private alarms: { at: number; fire: () => void }[] = [];

  constructor(start = '2026-11-28T10:00:00Z') {
    this.time = Date.parse(start);
  }

  now = (): number => this.time;

  sleep = (ms: number): Promise<void> => {
    this.slept.push(ms);
    this.advance(ms);
    return Promise.resolve();
  };

  after = (ms: number, fire: () => void): (() => void) => {
    const alarm = { at: this.time + ms, fire };
    this.alarms.push(alarm);
    return () => (this.alarms = this.alarms.filter((other) => other !== alarm));
  };

  advance(ms: number): void {
    this.time += ms;
    const due = this.alarms.filter(({ at }) => at <= this.time);
    this.alarms = this.alarms.filter(({ at }) => at > this.time);
    for (const { fire } of due) fire();
  }
}
