import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '@shared/extract/extract';
import { extractMail, extractMbox, extractMhtml, extractMsg } from '@shared/extract/mail';
import { testFile } from '../../text/realDocument';
import { dice, encodeAs, mutated, utf8 } from './encode';

const lines = (...all: string[]): Uint8Array => utf8(all.join('\r\n'));

const MAIL = lines(
  'From: =?utf-8?B?0J7Qu9C10L3QsA==?= <o@example.org>',
  'To: "Kim, B." <b@example.org>, team@example.org',
  'Cc: Friends: c@example.org;',
  'Subject: =?koi8-r?B?7s/Tz9fJy8k=?=',
  'Date: Tue, 22 Oct 2024 23:10:00 -0700',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=a',
  '',
  '--a',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'plain',
  '--a',
  'Content-Type: text/html; charset=windows-1251',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<h1>=C4=E0</h1><script>fetch("https://x.example")</script><ul><li>one<li>two</ul><img src=3D"https://x.example/p.png">',
  '--a--',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'Subject: inner',
  '',
  'inner words',
  '--b',
  "Content-Type: application/pdf; name*=utf-8''%D0%94%D0%B0.pdf",
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment',
  '',
  'JVBERi0=',
  '--b',
  'Content-Type: application/pgp-signature',
  '',
  'xx',
  '--b--',
  '',
);

describe('a mail', () => {
  it('has its words, its headers as bibliographic data, and its files', async () => {
    const read = await extractMail(MAIL);
    if (!read.ok) throw new Error(read.reason);
    const { text, title, csl, warnings, attachments, extractor } = read.value;
    expect(text).toBe('Носовики\n\nДа\n\n• one\n• two');
    expect(title).toBe('Носовики');
    expect(csl).toEqual({
      type: 'personal_communication',
      author: [{ literal: 'Олена' }],
      genre: 'E-mail to Kim, B., team@example.org, c@example.org',
      issued: { 'date-parts': [[2024, 10, 22]] },
    });
    expect(warnings).toEqual([{ kind: 'pictures-left-out', count: 1 }]);
    expect(attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['inner.eml', 'message/rfc822'],
      ['Да.pdf', 'application/pdf'],
    ]);
    expect(new TextDecoder().decode(attachments[0]!.bytes)).toContain('inner words');
    expect(extractor).toBe('mail/1');
  });

  it('in plain text keeps its lines; files in its words are taken out of them', async () => {
    const read = await extractMail(
      lines('Subject: s', '', 'Dear all,', 'see > below', '', 'begin 644 cat.txt', '#0V%T', '`', 'end', 'Bye'),
    );
    expect(read).toMatchObject({
      value: { text: 's\n\nDear all,\nsee > below\n\nBye', attachments: [{ name: 'cat.txt', bytes: utf8('Cat') }] },
    });
  });

  it('in an encoding it does not name is read by its letters, and says that it is a guess', async () => {
    const words = 'Колонна грузовиков пересекла реку на рассвете. Наблюдатели насчитали девять машин.';
    const read = await extractMail(encodeAs(`Subject: Река\r\n\r\n${words}\r\n`, 'koi8-r'));
    expect(read).toMatchObject({
      value: { text: `Река\n\n${words}`, warnings: [{ kind: 'encoding-guessed', encoding: 'koi8-r' }] },
    });
  });

  it('without words has its subject; without that it is refused, and so is one that nests too deep', async () => {
    expect(await extractMail(lines('Subject: only this', '', ''))).toMatchObject({ value: { text: 'only this' } });
    expect(await extractMail(lines('From: a@b.c', '', ''))).toEqual({ ok: false, reason: 'empty' });
    const deep = Array.from(
      { length: 80 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    expect(await extractMail(utf8(`${deep.join('')}\r\nx`))).toEqual({ ok: false, reason: 'over-bound' });
  });
});

describe('a mailbox', () => {
  const box = utf8(
    'From a@b.c Tue Oct 22 10:00:00 2024\nFrom: A <a@b.c>\nSubject: one/two\nDate: Tue, 22 Oct 2024 10:00:00 +0000\n\n' +
      '>From the start\nFrom here on\n\nFrom a@b.c Wed Oct 23 10:00:00 2024\nSubject: three\n\nlast\n',
  );

  it('gives each mail as a file, and a list of them', async () => {
    const read = await extractMbox(box);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.text).toBe('Mailbox with 2 mails\n\n2024-10-22\tA\tone two\n\t\tthree');
    expect(read.value.attachments.map(({ name }) => name)).toEqual(['1 one two.eml', '2 three.eml']);
    const first = await extractMail(read.value.attachments[0]!.bytes);
    expect(first).toHaveProperty('value.text', 'one/two\n\nFrom the start\nFrom here on');
  });

  it('with one mail is that mail', async () => {
    expect(await extractMbox(utf8('From a@b.c Tue Oct 22 10:00:00 2024\nSubject: x\n\nwords\n'))).toMatchObject({
      value: { title: 'x', text: 'x\n\nwords', attachments: [] },
    });
  });
});

it('a saved page is its root part, from where it was saved', async () => {
  const page = lines(
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example/a',
    'Subject: =?utf-8?Q?Trucks?=',
    'Date: Wed, 23 Oct 2024 08:00:00 -0000',
    'Content-Type: multipart/related; type="text/html"; boundary="x--1"',
    '',
    '--x--1',
    'Content-Type: text/css',
    '',
    'body { color: red }',
    '--x--1',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://news.example/a',
    '',
    '<meta charset=3Dkoi8-r><p>=E4=C1.',
    '--x--1',
    'Content-Type: text/html',
    '',
    '<p>an advertisement in a frame',
    '--x--1--',
  );
  expect(await extractMhtml(page)).toMatchObject({
    value: {
      text: 'Да.',
      csl: { URL: 'https://news.example/a', accessed: { 'date-parts': [[2024, 10, 23]] } },
    },
  });
  expect(await extractMhtml(lines('Subject: x', '', 'no page'))).toEqual({ ok: false, reason: 'broken' });
});

it('changed bytes are read or refused', async () => {
  const next = dice(11);
  for (let i = 0; i < 60; i += 1) {
    const bytes = mutated(MAIL, next);
    const reads = await Promise.all([extractMail(bytes), extractMbox(bytes), extractMhtml(bytes)]);
    expect(
      reads.every((read) => read.ok || /^(?:empty|broken|over-bound|encoding-unknown|binary)$/.test(read.reason)),
    ).toBe(true);
  }
});

const outlook = testFile('documents/email/poi_attachment_msg_pdf.msg');
it.runIf(outlook !== null)(
  'changed bytes of a mail of Outlook are read or refused; a mail in it is a mail',
  async () => {
    const next = dice(3);
    for (let i = 0; i < 60; i += 1) {
      const read = extractMsg(mutated(outlook!, next));
      expect(read.ok || /^(?:empty|broken|over-bound)$/.test(read.reason)).toBe(true);
    }
    const whole = extractMsg(outlook!);
    const inner = whole.ok ? whole.value.attachments[0]! : null;
    expect(await extractMail(inner!.bytes)).toMatchObject({ value: { title: 'Test Attachment' } });
  },
);

const folder = 'documents/email';
describe.runIf(testFile(`${folder}/mail_basic_email.eml`) !== null)('files of the test data, read in place', () => {
  it.each<[string, string, string, string[]]>([
    ['documents/email/mail_attachment_pdf.eml', '🍿\n\nJust attaching another PDF', '2005-5-10', ['broken.pdf']],
    [
      'documents/email/mail_attachment_with_base64_encoded_name.eml',
      'We should not include',
      '2005-5-8',
      ['This is a test.pdf'],
    ],
    ['documents/email/mail_basic_email.eml', 'Testing 123\n\nPlain email.', '2008-11-22', []],
    [
      'documents/email/mail_content_transfer_encoding_x_uuencode.eml',
      'Public Generating Pool.',
      '2002-1-10',
      ['PGP_Cmts_on_12-14-01_Pkg.doc'],
    ],
    ['documents/email/mail_japanese_iso_2022.eml', 'まみむめも\n\nすみません。', '', []],
    ['documents/email/mail_japanese_shift_jis.eml', 'このメールはテスト用のメールです。', '2014-5-28', []],
    ['documents/email/mail_missing_body.eml', 'REDACTED', '2001-11-27', []],
    ['documents/email/mail_raw_email_with_nested_attachment.eml', 'Here is a test of an attachment', '2007-2-22', []],
    ['documents/email/mail_report_422.eml', 'Transcript of session follows', '2008-1-17', ['part 1.txt', 'part 2.txt']],
    ['documents/email/mailparser_mixed.eml', 'and cleared\n\nGood Morning;', '', []],
    ['documents/email/mailparser_nested.eml', 'Dear Sir\n\nGood evening.\n\nThe footer', '', []],
    ['documents/email/mailparser_nodemailer.eml', "Hello to myself\n\nHere's a nyan cat", '2016-10-13', ['notes.txt']],
    ['documents/email/mailparser_spam.eml', '„asozialer Penner“ beschimpft!', '2015-11-24', []],
    ['documents/email/tika_testLotusEml.eml', 'Message body', '2012-10-4', []],
    [
      'documents/email/tika_testRFC822_multipart_attachments.eml',
      'html body of the main msg',
      '',
      ['Test TxtA.txt', 'Test TxtB.txt'],
    ],
    ['documents/email/tika_testThunderbirdEml.eml', 'JUnit test message\n\nDear Vladimir', '2012-11-21', []],
    ['documents/email/tika_testMBOX_complex.mbox', 'My name is Another Person.', '2015-7-20', []],
    ['documents/email/tika_testMHTMLFirefox.mhtml', 'Main Entry: ap·er·ture', '', []],
    ['hostile/email/mail_raw_email_encoded_stack_level_too_deep.eml', 'Nicolas Fouché has accepted', '2005-6-28', []],
    ['hostile/email/mailparser_htmllargecallstack.eml', 'Kill the HTML parser', '', []],
    ['documents/email/poi_HTMLBodyBinary_CP1251.msg', 'Subject цдь Subject\n\nHTML автоматически', '', []],
    [
      'documents/email/poi_attachment_msg_pdf.msg',
      'Test email with 1 msg attachment, 1 pdf',
      '2010-6-17',
      ['Test Attachment.eml', 'smbprn.00009008.KdcPjl.pdf'],
    ],
    ['documents/email/tika_testMSG_chinese.msg', '恭喜 HQ 保全課 陳奎良 高票當選雲林縣總工會', '2011-3-29', []],
  ])('%s', async (file, words, day, files) => {
    const read = await extract(path.basename(file), testFile(file)!);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.text).toContain(words);
    expect(read.value.csl.issued?.['date-parts'][0]?.join('-') ?? '').toBe(day);
    expect(read.value.attachments.map(({ name }) => name)).toEqual(files);
  });
});
