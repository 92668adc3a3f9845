/**
 * What somebody may do about a case as it stands. Of what another partner asks for, approving is agreeing to hand out all of
 * it, and declining is refusing that.
 */
export type Offer =
  | 'approve'
  | 'decline'
  | 'send-back'
  | 'answer'
  | 'withdraw'
  | 'take-over'
  | 'tick'
  /** The customer is not reminded for a while, or is again. */
  | 'pause-reminders'
  | 'resume-reminders'
  /** A customer has accepted where no service shows it. */
  | 'accepted'
  /** A case that is stuck: once more. */
  | 'resume'
  | 'renew'
  | 'end';
