"""Sends an e-mail with a PDF by the practice's mail server."""

import smtplib
import ssl
from contextlib import closing
from email.message import EmailMessage
from email.utils import formatdate
from pathlib import Path

from kiosk.summary_config import SummaryConfig

TIMEOUT_S = 20
"""For each answer of the server; a hub that stops waits for it."""


class MailError(Exception):
    """It was not sent; the message is one sentence, and never holds the password."""


def message(config: SummaryConfig, *, subject: str, text: str, pdf: bytes, name: str, key: str) -> EmailMessage:
    """The e-mail; `name`: of the attached file. `key`: the same for the same e-mail, so that a second one is known."""
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = config.sender
    made["To"] = ", ".join(config.to)
    made["Date"] = formatdate()
    made["Message-ID"] = f"<{key}@{config.sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text)
    made.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    return made


def send(config: SummaryConfig, mail: EmailMessage) -> list[str]:
    """Gives the addresses that the server refused while it took others. Raises MailError."""
    try:
        context = ssl.create_default_context(cafile=config.ca or None)
    except OSError as error:
        raise MailError(f"{config.ca}: cannot be used as who vouches for the mail server: {error.strerror}.") from None
    password = _password(config)
    where = f"The mail server {config.host}:{config.port}"
    try:
        with closing(_line(config, context)) as line:
            if config.security == "starttls":
                line.starttls(context=context)
            if config.user:
                line.login(config.user, password)
            refused = line.send_message(mail)
            line.quit()
    except smtplib.SMTPAuthenticationError as error:
        # Not in the server's own words, which may repeat what it was told.
        raise MailError(f"{where} does not let the user in ({error.smtp_code}).") from None
    except smtplib.SMTPRecipientsRefused:
        raise MailError(f"{where} refuses every address.") from None
    except smtplib.SMTPResponseException as error:
        raise MailError(f"{where} refuses it ({error.smtp_code}).") from None
    except smtplib.SMTPNotSupportedError:
        raise MailError(f"{where} offers no encryption or no sign-in.") from None
    except ssl.SSLCertVerificationError as error:
        raise MailError(f"{where} has a certificate that cannot be trusted: {error.verify_message}.") from None
    except (OSError, smtplib.SMTPException) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise MailError(f"{where} cannot be used: {reason}.") from None
    return sorted(refused)


def _line(config: SummaryConfig, context: ssl.SSLContext) -> smtplib.SMTP:
    if config.security == "tls":
        return smtplib.SMTP_SSL(config.host, config.port, timeout=TIMEOUT_S, context=context)
    return smtplib.SMTP(config.host, config.port, timeout=TIMEOUT_S)


def _password(config: SummaryConfig) -> str:
    if not config.password_file:
        return ""
    try:
        return Path(config.password_file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise MailError(f"{config.password_file}: the password cannot be read.") from None
