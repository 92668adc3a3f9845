import './request-admin.story.ts';
import './looking-around.story.ts';
import './refused-and-declined.story.ts';
import './typed-words.story.ts';
import './languages.story.ts';
import './old-program.story.ts';
