from .weights import *
