SCHEME = 'https://'


def get(host: str, path: str) -> str:
    return SCHEME + host + '/' + path
