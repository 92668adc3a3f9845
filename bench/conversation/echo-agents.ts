/** The same echo on the Agents SDK and express, as its samples have them. Nobody has to show who they are. */
import { ActivityHandler, authorizeJWT, CloudAdapter, loadAuthConfigFromEnv } from '@microsoft/agents-hosting';
import express from 'express';
import type { AddressInfo } from 'node:net';
import { ownWork, serve } from './served.ts';

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`You said: ${context.activity.text ?? ''}`);
  await next();
});

const settings = loadAuthConfigFromEnv();
const adapter = new CloudAdapter(settings);
const app = express();
app.use(express.json());
app.use(authorizeJWT(settings));
app.post('/api/messages', (request, response, next) => {
  adapter.process(request, response, (context) => bot.run(context)).catch(next);
});
const server = app.listen(0, '127.0.0.1', () => {
  serve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, ownWork);
});
