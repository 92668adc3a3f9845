/** A bot that says back what it hears: botbuilder and restify as their samples have them. Nobody has to show who they are. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } from 'botbuilder';
import restify from 'restify';
import { ownWork, serve } from './served.ts';

const bot = new TeamsActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`You said: ${context.activity.text}`);
  await next();
});

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => {
  serve(`http://127.0.0.1:${server.address().port}/api/messages`, ownWork);
});
