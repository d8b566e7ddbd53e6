"""Settings of the one Django app. Where a body lives follows from FASTI_DATABASE, else from FASTI_HOME, else `var/`."""

from __future__ import annotations

import os
import pathlib

from fasti.surroundings import database, mail, secret, whole_number

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = pathlib.Path(os.environ.get("FASTI_HOME") or ROOT / "var")
"""The data folder: database, attachments, column store."""
PARTIALS_FROM = whole_number("FASTI_PARTIALS_FROM", 500_000)
PLAIN_FROM = whole_number("FASTI_PLAIN_FROM", 500_000)
"""So many effects make a body whose months are counted once and kept (see `indicators.partials`)."""
DATABASES = {"default": database(os.environ.get("FASTI_DATABASE") or f"sqlite:///{HOME / 'fasti.sqlite3'}")}
ENGINE = os.environ.get("FASTI_ENGINE") or "duckdb"
"""Where figures are computed: duckdb, sqlite, postgres or spark. All give the same."""
SPARK = os.environ.get("FASTI_SPARK", "")
"""The cluster that Spark is asked at, as `spark://host:7077` or `local[2]`; nothing where `spark-submit` says it."""

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
ALLAUTH_TRUSTED_PROXY_COUNT = whole_number("FASTI_PROXIES", int(IS_HTTPS))
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

# Messages

SMTP = os.environ.get("FASTI_SMTP", "")
if SMTP:
    globals().update(mail(SMTP))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("FASTI_MAIL_FROM", "fasti@localhost")
ADDRESS = os.environ.get("FASTI_ADDRESS", "http://localhost:8000").rstrip("/")
"""Where the pages are reached: links in messages begin so."""
