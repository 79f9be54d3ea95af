"""How handlers answer with a page."""

from typing import Any

from jinja2 import Environment
from litestar import Request, Response
from litestar.enums import MediaType
from litestar.status_codes import HTTP_200_OK
from litestar.utils.scope.state import ScopeState

CSRF_COOKIE = "desk-form"
HTMX_HEADER = "HX-Request"


def html(request: Request[Any, Any, Any], template: str, *, status: int = HTTP_200_OK, **values: Any) -> Response[str]:
    """A page made from `template`; never kept by browsers or between them and the hub."""
    environment: Environment = request.app.state.templates
    text = environment.get_template(template).render(csrf=csrf_token(request), **values)
    return Response(text, status_code=status, media_type=MediaType.HTML, headers={"Cache-Control": "no-store"})


def message(
    request: Request[Any, Any, Any],
    heading: str,
    text: str,
    *,
    status: int,
    link: str = "",
    link_text: str = "",
) -> Response[str]:
    """A page with one plain sentence; for htmx, which shows it within its page, the sentence alone."""
    if by_htmx(request):
        return Response(text, status_code=status, media_type=MediaType.TEXT)
    return html(request, "message.html", status=status, heading=heading, text=text, link=link, link_text=link_text)


def by_htmx(request: Request[Any, Any, Any]) -> bool:
    """Whether the page's script asks, not the browser itself."""
    return request.headers.get(HTMX_HEADER) == "true"


def csrf_token(request: Request[Any, Any, Any]) -> str:
    """The token that this browser's forms must carry."""
    token = ScopeState.from_scope(request.scope).csrf_token
    return token if isinstance(token, str) else request.cookies.get(CSRF_COOKIE, "")
