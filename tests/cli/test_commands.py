"""The commands as a script uses them."""

import pytest

from newsroom.cli.invocation import commands

SECTION = "Chuyên đề/An toàn lao động"


@pytest.fixture
def article(run):
    words = ("--lede", "Sa-pô.", "--section", SECTION, "--tag", "tiền lương", "--tag", "đối thoại")
    return run("new", "--headline", "Đường về xưởng", "--byline", "Hà An", *words).lines[0]


def test_new_prints_one_id(run):
    result = run("new", "--headline", "Một tít")
    assert result.code == 0
    assert len(result.lines) == 1


def test_show_json_has_the_promised_fields(run, article):
    shown = run("show", article, "--json").json
    assert shown["section"] == ["Chuyên đề", "An toàn lao động"]
    assert shown["tags"] == ["tiền lương", "đối thoại"]
    assert shown["byline"] == "Hà An"
    assert shown["status"] == "draft"
    assert shown["slug"] == "duong-ve-xuong"
    assert shown["updated"].endswith("+07:00")
    assert shown["words"] == 4
    assert shown["blocks"] == []


def test_show_reads_like_an_article(run, article):
    assert "Đường về xưởng\n\nSa-pô." in run("show", article).out


def test_body_file_becomes_blocks(run, tmp_path):
    body = tmp_path / "body.txt"
    body.write_text("Đoạn một.\n\nĐoạn hai.", encoding="utf-8")
    made = run("new", "--headline", "H", "--body-file", body).lines[0]
    blocks = run("show", made, "--json").json["blocks"]
    assert [(b["type"], b["text"]) for b in blocks] == [
        ("paragraph", "Đoạn một."),
        ("paragraph", "Đoạn hai."),
    ]


def test_list_filters(run, article):
    run("new", "--headline", "Bài khác")
    assert len(run("list", "--json").json["articles"]) == 2
    for words in (("--section", SECTION), ("--section", "Chuyên đề"), ("--tag", "đối thoại")):
        listed = run("list", *words, "--json").json["articles"]
        assert [entry["id"] for entry in listed] == [article]
    assert "blocks" not in listed[0]
    assert run("list", "--status", "published").out == ""


def test_search_finds_without_diacritics(run, article):
    found = run("search", "duong ve", "--json").json
    assert found["total"] == 1
    hit = found["results"][0]
    assert hit["id"] == article
    assert set(hit) == {"id", "headline", "section", "updated", "snippet", "hits"}


def test_set_changes_fields_and_status(run, article):
    words = ("--headline", "Tít mới", "--tag", "khác", "--status", "awaiting-edit")
    assert run("set", article, *words).code == 0
    shown = run("show", article, "--json").json
    assert (shown["headline"], shown["tags"]) == ("Tít mới", ["khác"])
    assert shown["status"] == "awaiting-edit"


def test_set_is_all_or_nothing_for_a_wrong_status(run, article):
    result = run("set", article, "--headline", "Tít mới", "--status", "published")
    assert result.code == 1
    assert "awaiting-edit" in result.err
    assert run("show", article, "--json").json["headline"] == "Đường về xưởng"


def test_sample_is_the_same_for_a_seed(run, tmp_path):
    lists = []
    for name in ("a", "b"):
        run("sample", 12, "--seed", 7, library=tmp_path / name)
        listed = run("list", "--json", library=tmp_path / name).json["articles"]
        lists.append(sorted(entry["headline"] for entry in listed))
    assert lists[0] == lists[1]
    assert len(lists[0]) == 12


@pytest.mark.parametrize("command", [command.name for command in commands()])
def test_every_command_has_help(run, command):
    assert command in run("--help").out
    assert run(command, "--help").code == 0


def test_arguments_are_explained_in_the_language_of_the_interface(run, monkeypatch):
    monkeypatch.setenv("NEWSROOM_LANGUAGE", "vi")
    said = run("set", "--help").out
    assert "thay toàn bộ thẻ" in said
    assert "replaces all tags" not in said


def test_a_mistyped_format_is_told_before_the_articles_are_checked(run, article):
    for words in (("--format", "pfd"), ("--format", "pdf", "--preset", "newspapr")):
        assert len(run("export", article, *words).err.splitlines()) == 1


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_argument_says_what_it_is(command):
    silent = [one.name for one in command.arguments if not one.options.get("help")]
    assert silent == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense",), "Không có lệnh “nonsense”; hiện có: new, templates,"),
        (("show",), "Thiếu: ID."),
        (("sample", "nhiều"), "N phải là một số nguyên, không phải “nhiều”."),
        (("preflight", "a.pdf", "--for", "x"), "--for không thể là “x”; có thể là: press, office."),
        (("list", "--nope"), "Ở đây không có “--nope”."),
        (("list", "--tag"), "Sau --tag còn thiếu giá trị."),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_interface(run, monkeypatch, words, said):
    monkeypatch.setenv("NEWSROOM_LANGUAGE", "vi")
    result = run(*words)
    assert result.code == 2
    assert said in result.err
    assert "error" not in result.err


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("show", "nothere"), 1, "nothere"),
        (("list", "--status", "finished"), 2, "finished"),
        (("list", "--section", "Không có"), 1, "Không có"),
        (("set", "nothere", "--headline", "x"), 1, "nothere"),
        (("new", "--headline", "x", "--section", "Không có"), 1, "Không có"),
        (("new", "--headline", "x", "--body-file", "nowhere.txt"), 1, "nowhere.txt"),
        (("export", "nothere", "--format", "docx", "--output", "x.docx"), 1, "nothere"),
        (("sample", "0"), 2, "0"),
        (("search", "x", "--limit", "0"), 2, "0"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_wrong_values_get_one_sentence(run, article, words, code, named, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.code == code
    assert named in result.err
    assert "Traceback" not in result.err
    assert result.out == ""


@pytest.mark.parametrize(
    ("words", "named"),
    [(("--format", "odt"), "odt"), (("--format", "pdf", "--preset", "poster"), "poster")],
)
def test_unknown_format_and_preset(run, article, words, named):
    result = run("export", article, *words)
    assert result.code == 2
    assert named in result.err


def test_reading_makes_no_library(run, tmp_path):
    result = run("list", library=tmp_path / "none")
    assert result.code == 1
    assert "none" in result.err
    assert not (tmp_path / "none").exists()


def test_nothing_to_set_is_wrong_usage(run, article):
    assert run("set", article).code == 2


@pytest.mark.parametrize(
    "words", [("new", "--headline"), ("show",), ("search",), ("list", "--tag")]
)
def test_bytes_that_are_no_utf8_are_wrong_usage(run, article, words):
    result = run(*words, "l\udce2\udc28i")
    assert result.code == 2
    assert "UTF-8" in result.err
    assert result.out == ""


def test_an_odd_name_does_not_reach_the_terminal(run, article, tmp_path):
    result = run("import", tmp_path / "a\x1b[2J\nb.txt")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert "\x1b" not in result.err


def test_a_list_has_one_line_for_an_article(run, article, tmp_path):
    run("set", article, "--headline", "Một\nhai\tba\x1b[2J")
    listed = run("list").out
    assert len(listed.splitlines()) == 1
    assert listed.count("\t") == 4
    assert "\x1b" not in listed


def test_a_profile_is_chosen_shown_changed_and_taken_away(run):
    made = run("new", "--headline", "H", "--profile", "phóng sự").lines[0]
    assert run("show", made, "--json").json["profile"] == "Phóng sự"
    assert run("set", made, "--profile", "Tin").code == 0
    assert run("show", made, "--json").json["profile"] == "Tin"
    assert run("set", made, "--profile", "").code == 0
    assert run("show", made, "--json").json["profile"] == ""


def test_an_unknown_profile_names_those_there_are_and_makes_nothing(run, article):
    for words in (("new", "--headline", "H"), ("set", article)):
        result = run(*words, "--profile", "Xã luận")
        assert result.code == 1
        assert "Tin vắn" in result.err
    assert len(run("list").lines) == 1


def test_export_says_what_an_article_lacks_and_goes_on(run, article, tmp_path):
    run("set", article, "--profile", "Phóng sự")
    result = run("export", article, "--format", "md", "--output", tmp_path / "a.md")
    assert result.code == 0
    assert "Đường về xưởng: Error: The article has no text yet." in result.err
    assert (tmp_path / "a.md").exists()


def test_sections_can_be_given_as_they_are_printed(run, article):
    printed = run("sections").out.splitlines()
    assert "Chuyên đề" in printed
    deepest = max(printed, key=lambda path: path.count("/"))
    assert deepest.count("/") == 1
    assert run("list", "--section", deepest).code == 0
    assert run("sections", "--json").json["sections"][0] == printed[0].split("/")


def test_what_is_wrong_is_said_once_and_names_the_article_in_short(run, tmp_path):
    body = tmp_path / "bang.md"
    row = "| " + " | ".join(f"cột{at}" for at in range(30)) + " |"
    body.write_text("\n".join((f"# {'Bảng rộng ' * 20}", "", row, "|---" * 30 + "|", row)), "utf-8")
    made = run("import", body).out.strip()
    told = run("export", made, "--format", "pdf", "--output", tmp_path / "a.pdf").err.splitlines()
    assert len([line for line in told if "its rows are set as text" in line]) == 1
    assert all(len(line) < 160 for line in told)


def test_an_article_is_bound_to_a_slot(run, article):
    assert run("set", article, "--slot", "newspaper: 2x120 mm").code == 0
    assert run("show", article, "--json").json["slot"] == "newspaper:2×120mm"
    assert run("set", article, "--slot", "").code == 0
    assert run("show", article, "--json").json["slot"] == ""


def test_a_slot_that_is_none_is_wrong_usage(run, article):
    result = run("set", article, "--slot", "hai cột")
    assert result.code == 2
    assert "newspaper:2×120mm" in result.err
