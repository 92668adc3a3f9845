import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile, Feature } from '../clouds/profiles.ts';
import { pathOf, unless } from '../wire/asking.ts';
import type { Success } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';

/** A path with a domain in it, or with an id made of several: letters, digits and single points, so nothing leads upwards. */
export const byName = pathOf(/^[\w-]+(?:\.[\w-]+)*$/);

/** The service, or, where this cloud lacks the feature, one that refuses before anything is sent. */
export const whereOffered = (service: Service, profile: CloudProfile, feature: Feature): Service =>
  unless(notOffered(profile, feature), service);

/** What a refusal turns out to mean: that it is so already, or that there is none. */
export const answered = <T>(status: number, body: T): Success<T> => ({ ok: true, status, body, headers: {} });
