from diplo.reading.maps.memory import Memory


def test_what_is_made_is_remembered_up_to_so_many() -> None:
    made: list[int] = []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    memory = Memory(double, 2)
    assert [memory[key] for key in (1, 2, 1, 2, 3, 3, 1)] == [2, 4, 2, 4, 6, 6, 2]
    assert made == [1, 2, 3, 1]
    assert len(memory) == 2
