"""How handlers answer with a page, and which pages there are."""

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response
from litestar.enums import MediaType
from litestar.status_codes import HTTP_200_OK
from litestar.utils.scope.state import ScopeState

from kiosk.hub.desk.accounts import Account
from kiosk.hub.desk.languages import SOURCE, words
from kiosk.hub.desk.roles import Role
from kiosk.hub.hubs import hub_of

CSRF_COOKIE = "desk-form"
CSRF_HEADER = "X-CSRFToken"
HTMX_HEADER = "HX-Request"
DESK_PATH = "/desk"


@dataclass(frozen=True)
class Page:
    """A page of the navigation, and the least role that sees it."""

    title: str
    path: str
    role: Role


PAGES = (
    Page("Today", DESK_PATH, Role.RECEPTIONIST),
    Page("Report card", "/desk/report", Role.MANAGER),
    Page("Settings", "/desk/settings", Role.MANAGER),
    Page("Tablets", "/desk/tablets", Role.IT),
    Page("Staff", "/desk/staff", Role.IT),
    Page("Audit", "/desk/audit", Role.MANAGER),
)


_BEHIND_THE_NAME = Page("My passcode", "/desk/passcode", Role.RECEPTIONIST)


def page_of(path: str) -> Page:
    """The page that an address below it belongs to; Today for any other."""
    for page in (*PAGES[1:], _BEHIND_THE_NAME):
        if path == page.path or path.startswith(page.path + "/"):
            return page
    return PAGES[0]


def navigation(request: Request[Any, Any, Any], account: Account) -> list[Page]:
    """The pages that the account may open."""
    known = {route.path for route in request.app.routes}
    return [page for page in PAGES if page.path in known and account.role.covers(page.role)]


def html(request: Request[Any, Any, Any], template: str, *, status: int = HTTP_200_OK, **values: Any) -> Response[str]:
    """A page made from `template`; never kept by browsers or between them and the hub."""
    environment = hub_of(request).templates
    account: Account | None = request.scope.get("user")
    common = {
        "csrf": csrf_token(request),
        "account": account,
        "pages": navigation(request, account) if account else [],
        "here": page_of(request.scope["path"]),
        "lang": SOURCE,
        "say": words(SOURCE).say,
    }
    text = environment.get_template(template).render({**common, **values})
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


def one_line_feed(text: str) -> str:
    """What was typed into a form, with its lines as they are kept: browsers send two characters for each end."""
    return text.replace("\r\n", "\n")


def site(request: Request[Any, Any, Any]) -> str:
    """How browsers reach this hub, without a slash at the end: as configured, else as this request did."""
    public: str = hub_of(request).config.hub.public_url
    return (public or str(request.base_url)).rstrip("/")


def csrf_token(request: Request[Any, Any, Any]) -> str:
    """The token that this browser's forms must carry."""
    token = ScopeState.from_scope(request.scope).csrf_token
    return token if isinstance(token, str) else request.cookies.get(CSRF_COOKIE, "")
