def choice(options: list, number: int) -> str:
    if len(options) == 0:
        return ''
    return options[number % len(options)]


def uuid(prefix: str, number: int) -> str:
    return prefix + str(number)
