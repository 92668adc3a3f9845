/** What starts faster: the same server with nothing behind it. */
import restify from 'restify';

const server = restify.createServer();
server.get('/', (_request, response, next) => {
  response.sendRaw(200, 'here');
  next();
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/ `);
});
process.once('SIGTERM', () => {
  server.close();
});
