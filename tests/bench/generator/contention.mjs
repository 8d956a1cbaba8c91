// How much of the processors other work had: what the whole machine did less what we did.
import { readFileSync } from 'node:fs';
import os from 'node:os';

export const tolerated = 0.05;

// Seconds since the start of the machine in which its processors were not idle, or NaN.
function busySeconds() {
  try {
    const [, fields] = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'));
    const [user, nice, system, , , irq, softirq, steal] = fields.split(' ').map(Number);
    return (user + nice + system + irq + softirq + steal) / 100;
  } catch {
    return NaN;
  }
}

// Call the result with the CPU seconds of the programs that ran since; NaN when it is not known.
export function startWatch() {
  const begin = performance.now();
  const busy = busySeconds();
  const own = process.cpuUsage();
  return (cpuOfPrograms) => {
    const elapsed = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(own);
    const others = busySeconds() - busy - (user + system) / 1e6 - cpuOfPrograms;
    return Math.max(0, others) / (elapsed * os.cpus().length);
  };
}
