"""The token that every form of the desk must carry."""

from typing import Any

from litestar.middleware.csrf import CSRFMiddleware


class FormToken(CSRFMiddleware):
    """Litestar's check; what could not be a token is refused like a wrong one, where Litestar fails by itself."""

    def _csrf_tokens_match(self, request_csrf_token: Any, cookie_csrf_token: Any) -> bool:
        # A file may be sent under the field's name, and letters that no token has cannot be compared in constant time.
        both = (request_csrf_token, cookie_csrf_token)
        if not all(isinstance(token, str) and token.isascii() for token in both):
            return False
        return super()._csrf_tokens_match(*both)
