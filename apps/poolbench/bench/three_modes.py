# The three modes of the old benchmark with psycopg2, repaired: a connection per query, one pool that is kept, and real threads on a
# thread-safe pool. Called as: three_modes.py MODE SECONDS CLIENTS; the server is in libpq's variables. Prints one line of JSON.
import json, random, resource, sys, threading, time
import psycopg2
from psycopg2.pool import SimpleConnectionPool, ThreadedConnectionPool

mode, seconds, clients = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
SQL = "select value from poolbench_run.sample where id = %s"
done = [0] * clients
end = time.monotonic() + seconds


def ask(connection):
    with connection.cursor() as cursor:
        cursor.execute(SQL, (random.randint(1, 10000),))
        cursor.fetchall()


def connect():
    connection = psycopg2.connect("")
    connection.autocommit = True
    return connection


def basic(place):
    while time.monotonic() < end:
        connection = connect()
        ask(connection)
        connection.close()
        done[place] += 1


def pooled(pool, place):
    while time.monotonic() < end:
        connection = pool.getconn()
        connection.autocommit = True
        ask(connection)
        pool.putconn(connection)
        done[place] += 1


start = time.monotonic()
if mode == "basic":
    basic(0)
elif mode == "single":
    pooled(SimpleConnectionPool(1, 1, ""), 0)
else:
    pool = ThreadedConnectionPool(clients, clients, "")
    threads = [threading.Thread(target=pooled, args=(pool, place)) for place in range(clients)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "operations": sum(done),
    "seconds": time.monotonic() - start,
    "cpu": used.ru_utime + used.ru_stime,
    "memory": used.ru_maxrss / 1024,
}))
