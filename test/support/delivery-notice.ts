interface Wanted {
  readonly messageId: string;
  readonly action?: string;
  readonly diagnostic?: string;
  readonly encoding?: '7bit' | 'base64' | 'quoted-printable';
  readonly original?: 'message/rfc822' | 'text/rfc822-headers';
}

const packed = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'utf8').toString('base64').replace(/.{60}/g, '$&\r\n');
  return encoding === 'quoted-printable' ? body.replaceAll('=', '=3D').replaceAll('Action', 'Act=\r\nion') : body;
};

/** A notice as a mail server sends it back when it cannot deliver a message (RFC 3464). */
export const notice = ({
  messageId,
  action = 'failed',
  diagnostic = '550 5.1.1 Nobody here is called it',
  ...rest
}: Wanted): string => {
  const { encoding = '7bit', original = 'message/rfc822' } = rest;
  const status = [
    'Reporting-MTA: dns; mail.contoso.example',
    'Arrival-Date: Mon, 02 Mar 2026 09:00:00 +0000',
    '',
    'Final-Recipient: rfc822; it@contoso.example',
    `Action: ${action}`,
    'Status: 5.1.1',
    `Diagnostic-Code: smtp;`,
    ` ${diagnostic}`,
    '',
  ];
  return [
    'From: Mail Delivery System <mailer-daemon@mail.contoso.example>',
    'To: letters@nordlys.example',
    'Subject: Undelivered mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="=_notice"',
    '',
    'A notice for programs.',
    '--=_notice',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your message could not be delivered.',
    '--=_notice',
    'Content-Type: message/delivery-status',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    packed(status.join('\r\n'), encoding),
    '--=_notice',
    `Content-Type: ${original}`,
    '',
    'Subject: Invitation',
    `Message-ID: ${messageId}`,
    'To: it@contoso.example',
    '',
    ...(original === 'message/rfc822' ? ['Good day.', ''] : []),
    '--=_notice--',
    '',
  ].join('\r\n');
};
