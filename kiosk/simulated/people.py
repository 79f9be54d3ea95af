"""Who comes and what they say in a simulated day. Made up; first names as people give them, in their own scripts."""

from kiosk.visits.rating import Topic

STAFF = ("Maria", "Sam", "Priya", "Tom")
PLACES = ("Room 1", "Room 2", "Room 3")

NAMES: tuple[tuple[str, str], ...] = (
    ("Ada K.", "en"),
    ("Amelia", "en"),
    ("Ben", "en"),
    ("Charlotte W.", "en"),
    ("Daniel", "en"),
    ("Ellie M.", "en"),
    ("Femi", "en"),
    ("Grace O.", "en"),
    ("Harry", "en"),
    ("Imogen", "en"),
    ("Jonas P.", "en"),
    ("Kwame", "en"),
    ("Liam", "en"),
    ("Mrs Patel", "en"),
    ("Noor", "en"),
    ("Owen", "en"),
    ("Siân", "en"),
    ("Zoë B.", "en"),
    ("José", "es"),
    ("Lucía", "es"),
    ("Rosa", "es"),
    ("Íñigo", "es"),
    ("伟", "zh-Hans"),
    ("李娜", "zh-Hans"),
    ("王芳", "zh-Hans"),
    ("Wen L.", "zh-Hans"),
    ("Nguyễn", "vi"),
    ("Thảo", "vi"),
    ("Đức", "vi"),
    ("فاطمة", "ar"),
    ("مريم", "ar"),
    ("يوسف", "ar"),
    ("Chloé", "fr"),
    ("François", "fr"),
    ("Ольга", "ru"),
    ("Юрий", "ru"),
    ("Conceição", "pt"),
    ("João", "pt"),
)
"""What they want to be called, and their language."""

TOPICS: dict[int, dict[Topic, float]] = {
    5: {
        Topic.WELCOME: 0.45,
        Topic.WAITING: 0.12,
        Topic.KINDNESS: 0.55,
        Topic.LISTENED: 0.40,
        Topic.ANSWERS: 0.30,
        Topic.CARE: 0.45,
    },
    4: {
        Topic.WELCOME: 0.25,
        Topic.WAITING: 0.25,
        Topic.KINDNESS: 0.35,
        Topic.LISTENED: 0.25,
        Topic.ANSWERS: 0.25,
        Topic.CARE: 0.35,
    },
    3: {
        Topic.WELCOME: 0.15,
        Topic.WAITING: 0.45,
        Topic.KINDNESS: 0.12,
        Topic.LISTENED: 0.22,
        Topic.ANSWERS: 0.25,
        Topic.CARE: 0.20,
    },
    2: {
        Topic.WELCOME: 0.22,
        Topic.WAITING: 0.60,
        Topic.KINDNESS: 0.15,
        Topic.LISTENED: 0.35,
        Topic.ANSWERS: 0.25,
        Topic.CARE: 0.15,
    },
    1: {
        Topic.WELCOME: 0.35,
        Topic.WAITING: 0.65,
        Topic.KINDNESS: 0.30,
        Topic.LISTENED: 0.45,
        Topic.ANSWERS: 0.30,
        Topic.CARE: 0.20,
    },
}
"""How likely each topic is tapped, by the stars given."""

COMMENTS: dict[int, tuple[str, ...]] = {
    5: (
        "Everybody was so kind.",
        "Seen straight away, thank you!",
        "You remembered my name.",
        "Gracias por la paciencia.",
        "非常感谢。",
        "Very clear about what happens next.",
    ),
    4: ("Good as always.", "A little wait, but I was told.", "Bon accueil."),
    3: ("The waiting room was full.", "Nobody told me why it took longer.", "Fine, but slow."),
    2: ("I waited twice as long as I was told.", "I had to ask three times."),
    1: ("Nobody looked up when I came in.", "Much too long, and nobody said sorry."),
}

PATIENCE: dict[int, float] = {5: 0.0, 4: 0.01, 3: 0.12, 2: 0.45, 1: 0.5}
"""How likely somebody asks for a person to come now, by the stars given."""
