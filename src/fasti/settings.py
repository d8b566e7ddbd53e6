"""Settings of the one Django app. Where the body lives follows from FASTI_DATABASE, else from FASTI_HOME, else `var/`.

`FASTI_DATABASE` is `sqlite:///path/to/file` or `postgresql://user:password@host:port/name`.
"""

from __future__ import annotations

import contextlib
import os
import pathlib
import secrets
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = pathlib.Path(os.environ.get("FASTI_HOME") or ROOT / "var")
"""The data folder: database, attachments, column store."""


class MalformedDatabase(ValueError):
    """The database address is neither sqlite:///... nor postgresql://..."""


def database(address: str) -> dict[str, Any]:
    """Django's description of the database at an address; raises `MalformedDatabase`."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path[1:]))
    if parts.scheme not in ("postgresql", "postgres"):
        raise MalformedDatabase(
            f"{parts.scheme or address}: FASTI_DATABASE must start with sqlite:/// or postgresql://"
        )
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or query.get("host", ""),
        "PORT": parts.port or query.get("port", ""),
        "CONN_MAX_AGE": 60,
    }


def sqlite(path: str) -> dict[str, Any]:
    """Django's description of a SQLite database: writers queue up, a commit is on disk before it is reported."""
    return {
        "ENGINE": "fasti.sqlite",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def secret(home: pathlib.Path) -> str:
    """The key by which sessions and forms are signed: made once, kept in the data folder. No backup holds it."""
    path = home / "web.key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    made = secrets.token_urlsafe(48)
    if not home.is_dir():
        return made  # No body is kept here yet, so nobody can have signed in.
    with (
        contextlib.suppress(FileExistsError),
        os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file,
    ):
        file.write(made)
    return path.read_text(encoding="ascii") or made


DATABASES = {"default": database(os.environ.get("FASTI_DATABASE") or f"sqlite:///{HOME / 'fasti.sqlite3'}")}
INSTALLED_APPS = [
    "fasti",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
SECRET_KEY = os.environ.get("FASTI_SECRET") or secret(HOME)

# The web application

ROOT_URLCONF = "fasti.urls"
ALLOWED_HOSTS = os.environ.get("FASTI_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
IS_HTTPS = os.environ.get("FASTI_HTTPS") == "1"
"""Reached through https: cookies travel on it alone. `fasti serve` demands it beyond this machine."""
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "fasti.web.middleware.headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "fasti.web.middleware.plain_text",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fasti.web.middleware.asking",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "src/fasti/web/templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "fasti.web.pages.around",
            ],
            "libraries": {"fasti": "fasti.web.tags", "fasti_account": "fasti.web.account_tags"},
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "src/fasti/web/static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
LANGUAGES = [("vi", "Tiếng Việt"), ("ru", "Русский"), ("cs", "Čeština"), ("en", "English")]
LANGUAGE_CODE = "en"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["fasti.web.uploads.UpToLimit"]
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 86_400 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "fasti_session"
CSRF_COOKIE_NAME = "fasti_csrf"
CSRF_FAILURE_VIEW = "fasti.web.refusals.stale_form"
SESSION_COOKIE_AGE = 12 * 3_600
SESSION_SAVE_EVERY_REQUEST = False
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # Attempts to sign in are counted here. `fasti serve` is one process with threads, so they share it; nobody from
        # outside can push a count out by making many others, nor make the one writer of SQLite busy by guessing.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

# Signing in

AUTH_USER_MODEL = "fasti.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/"
REQUIRE_MFA = os.environ.get("FASTI_REQUIRE_MFA") == "1"
"""Nobody works without a second factor: whoever has none is led to set one up at the first page."""
ACCOUNT_ADAPTER = "fasti.web.signing_in.Adapter"
ACCOUNT_FORMS = {"change_password": "fasti.web.account_forms.ChangePassword"}  # nosec B105 - no password
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/account/login/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",  # nosec B105 - no password
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("FASTI_PROXIES", IS_HTTPS))
"""Proxies before us that name the address they were asked from; limits count by it. With https there is one."""
MFA_ADAPTER = "fasti.web.signing_in.SecondFactor"
MFA_FORMS = {
    "add_webauthn": "fasti.web.account_forms.AddKey",
    "login_webauthn": "fasti.web.account_forms.LoginKey",
    "authenticate_webauthn": "fasti.web.account_forms.AuthenticateKey",
    "reauthenticate_webauthn": "fasti.web.account_forms.ReauthenticateKey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Fasti"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TRUST_ENABLED = True
MFA_TRUST_COOKIE_AGE = 7 * 86_400
MFA_TRUST_COOKIE_NAME = "fasti_machine"
MFA_TRUST_COOKIE_SECURE = IS_HTTPS
MFA_TRUST_COOKIE_SAMESITE = "Lax"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
SILENCED_SYSTEM_CHECKS = ["account.W001"]
