/* global AdaptiveCards, hostConfig */
// Draws what the address asks for: #language=de&look=phone-light&screen=case
const { cards, languages, screens } = JSON.parse(document.getElementById('data').textContent);
const looks = ['phone-light', 'phone-dark', 'desktop-light', 'desktop-dark'];
const form = document.getElementById('choose');

const draw = (json, isDark) => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig(isDark);
  card.onExecuteAction = () => undefined;
  card.parse(json);
  // Radio buttons of the same name on other cards are no choice beside these.
  const frame = document.createElement('form');
  frame.className = 'card';
  frame.append(card.render());
  return frame;
};

const figure = ({ screen, state, json }, isDark) => {
  const drawn = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = `${screen}: ${state}`;
  drawn.append(caption, draw(json, isDark));
  return drawn;
};

const show = () => {
  const asked = new URLSearchParams(location.hash.slice(1));
  const language = asked.get('language') ?? 'en';
  const look = asked.get('look') ?? looks[0];
  const screen = asked.get('screen') ?? '';
  const isDark = look.endsWith('dark');
  document.body.className = look.replace('-', ' ');
  document.documentElement.lang = language;
  Object.assign(form.elements.language, { value: language });
  Object.assign(form.elements.look, { value: look });
  Object.assign(form.elements.screen, { value: screen });
  const wanted = cards.filter((card) => card.language === language && (screen === '' || card.screen === screen));
  document.getElementById('cards').replaceChildren(...wanted.map((card) => figure(card, isDark)));
};

for (const [name, values] of Object.entries({ language: languages, look: looks, screen: ['', ...screens] }))
  form.elements[name].append(...values.map((value) => new Option(value || 'all', value)));
form.addEventListener('change', () => {
  location.hash = new URLSearchParams(new FormData(form)).toString();
});
addEventListener('hashchange', show);
show();
