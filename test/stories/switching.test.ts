import './switching.story.ts';
import './handing-over.story.ts';
