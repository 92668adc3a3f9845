import { canonical } from '../../src/cases/digest.ts';
import type { Instant } from '../../src/cases/time.ts';
import type { Answer } from '../../src/commands/answer.ts';

/** A command as it was sent, or will be sent again. */
export interface Sent {
  readonly command: { readonly name: string; readonly key: string; readonly actor: unknown } & Readonly<Record<string, unknown>>;
  readonly sentAt: Instant;
  answer: Answer | null;
}

export const isByPerson = ({ command }: Sent): boolean => typeof command.actor === 'object';

const isFinal = (answer: Answer): boolean => answer.kind === 'done' || answer.kind === 'refused';

/** What was asked for, and what was answered: whatever was answered once has been promised. */
export class Ledger {
  readonly all: Sent[] = [];
  /** Two different answers to the same click. */
  readonly contradictions: string[] = [];

  add(command: Sent['command'], sentAt: Instant): Sent {
    const sent: Sent = { command, sentAt, answer: null };
    this.all.push(sent);
    return sent;
  }

  /** Whoever gets no answer presses again, after a restart too. */
  get unanswered(): readonly Sent[] {
    return this.all.filter(({ answer }) => answer === null);
  }

  get acknowledged(): readonly Sent[] {
    return this.all.filter(({ answer }) => answer?.kind === 'done');
  }

  answered(sent: Sent, answer: Answer): void {
    // Nothing was kept, says the bot: so it is asked again.
    if (!isFinal(answer)) return;
    if (sent.answer === null) {
      sent.answer = answer;
    } else if (isByPerson(sent) && canonical(sent.answer) !== canonical(answer)) {
      this.contradictions.push(
        `${sent.command.name} ${sent.command.key}: ${canonical(sent.answer)}, and then ${canonical(answer)}`,
      );
    }
  }
}
