"""What texts mean by the `values` of a map."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from diplo.reading.tables import cells
from diplo.terminal.text import fold, fold_space

ANY = "*"  # any other text


class Meanings(dict[str, object]):
    """Meanings by texts, by the beginnings of texts (`Em*`), or of any other text (`*`)."""

    def meaning(self, text: str) -> object:
        """Return the meaning of a text, which may be in other letters, or else the text."""
        plain = fold_space(text)
        for form in plain, cells.number(plain):
            if form in self:
                return self[form]
        if (form := fold(plain)) in self._alike:
            return self._alike[form]
        starts = [key for key in self if key.endswith(ANY) and plain.startswith(key[:-1])]
        return self[max(starts, key=len)] if plain and starts else text

    @cached_property
    def _alike(self) -> Mapping[str, object]:
        """The same by the forms in which texts are compared, where no two texts share one."""
        forms = {text: fold(text) for text in self}
        number = Counter(forms.values())
        return {form: self[text] for text, form in forms.items() if number[form] == 1}
