import { Client } from 'pg';

type Told = (...outcome: [error: Error] | [error: null, client: Client]) => void;

/** Ends a connection that the server does not let in, say for want of a password: the pool forgets it, and leaves it open. */
export class EnteringClient extends Client {
  override connect(): Promise<Client>;
  override connect(told: Told): void;
  override connect(told?: Told): Promise<Client> | undefined {
    if (told === undefined) return super.connect();
    super.connect((error: Error | null) => {
      if (error === null) {
        told(null, this);
        return;
      }
      void this.end();
      told(error);
    });
    return undefined;
  }
}
