"""`presets` lists the print presets, a wrong one with its mistake."""


def put(library, name, words):
    folder = library / "press"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(words, encoding="utf-8")


def test_own_presets_are_listed_with_their_mistakes(run, tmp_path):
    run("sample", "1")
    library = tmp_path / "library"
    put(library, "an-ban", 'base = "tabloid"')
    put(library, "hong", "count = 1")
    lines = run("presets").lines
    assert {"newspaper", "tabloid", "an-ban"} <= set(lines)
    assert lines[-1].startswith("hong\tThe print preset hong.toml has an unknown key")
    listed = run("presets", "--json").json["presets"]
    assert {"name": "newspaper", "own": False, "mistake": None} in listed
    assert {"name": "an-ban", "own": True, "mistake": None} in listed
    assert "unknown key" in listed[-1]["mistake"]


def test_an_article_leaves_in_an_own_preset(run, tmp_path):
    run("sample", "1")
    put(tmp_path / "library", "an-ban", 'base = "office"\n[page]\nwidth = 150')
    (article,) = run("list", "--json").json["articles"]
    target = tmp_path / "bai.pdf"
    words = ("export", article["id"], "--format", "pdf", "--output", target)
    assert run(*words, "--preset", "an-ban").code == 0
    assert target.read_bytes().startswith(b"%PDF")
    wrong = run(*words, "--preset", "khong-co")
    assert wrong.code == 2
    assert "an-ban" in wrong.err
